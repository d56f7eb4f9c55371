package distillery.view.digits;

import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitNet;
import distillery.loss.Softmax;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What nets say to a picture, in sentences. */
final class AnswerWords {
    private AnswerWords() {}

    /** What each net takes it for, and how surely. */
    static String firsts(Answers answers, double temperature, Texts texts) {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < answers.logits().size(); i++) {
            double[] shares = Softmax.probabilities(answers.logits().get(i), temperature);
            int first = Softmax.largest(shares, 0, shares.length);
            each.add(texts.get(
                    "digits.says",
                    NetWords.of(answers.panel().nets().get(i), texts),
                    answers.panel().test().className(first),
                    Numbers.percent(shares[first])));
        }
        return texts.paragraph(each);
    }

    /** What a label does not say: the class that the teacher believes in next, and what the students give it. */
    static String second(Answers answers, double temperature, Texts texts) {
        double[] teacher = Softmax.probabilities(answers.logits().get(0), temperature);
        int first = Softmax.largest(teacher, 0, teacher.length);
        int next = IntStream.range(0, teacher.length)
                .filter(i -> i != first)
                .reduce((a, b) -> teacher[b] > teacher[a] ? b : a)
                .orElse(first);
        List<String> students = new ArrayList<>();
        for (int i = 1; i < answers.logits().size(); i++) {
            DigitNet net = answers.panel().nets().get(i);
            double share = Softmax.probabilities(answers.logits().get(i), temperature)[next];
            students.add(texts.get("digits.gives", NetWords.of(net, texts), Numbers.percent(share)));
        }
        return texts.get(
                "digits.second",
                answers.panel().test().className(next),
                Numbers.percent(teacher[next]),
                Numbers.temperature(temperature),
                String.join(texts.get("digits.comma"), students));
    }
}
