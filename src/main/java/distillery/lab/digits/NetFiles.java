package distillery.lab.digits;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of weights whose nets are asked about digits, as paths.
 *
 * @param teacher empty where none is chosen yet
 */
public record NetFiles(String teacher, List<String> students) {
    public static final NetFiles NONE = new NetFiles("", List.of());

    public NetFiles {
        Required.nonNull(teacher, "teacher");
        students = List.copyOf(Required.nonNull(students, "students"));
        int most = Panel.MOST_STUDENTS;
        Refusal.unless(students.size() <= most, "students", "refused.count", 0, most, students.size());
    }

    /**
     * The same with one more: a teacher if there is none, else a student.
     *
     * @throws Problem if there is no room
     */
    NetFiles and(String file) throws Problem {
        if (teacher.isEmpty()) {
            return new NetFiles(file, students);
        }
        if (students.size() == Panel.MOST_STUDENTS) {
            throw new Problem("digits.files-full", Panel.MOST_STUDENTS);
        }
        List<String> more = new ArrayList<>(students);
        more.add(file);
        return new NetFiles(teacher, more);
    }

    /** The same without one of the students. */
    NetFiles without(int student) {
        List<String> fewer = new ArrayList<>(students);
        fewer.remove(student);
        return new NetFiles(teacher, fewer);
    }
}
