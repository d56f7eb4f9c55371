package distillery.lab.digits;

import distillery.train.NetInside;

/**
 * What teacher and student make of one picture on the way to the logit of one class.
 *
 * @param answers what the nets say to the picture in the end
 * @param chosen the class
 */
public record InsideDigit(Answers answers, DigitNet student, int chosen, NetInside ofTeacher, NetInside ofStudent) {
    public String className() {
        return answers.panel().test().className(chosen);
    }
}
