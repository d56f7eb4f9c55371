package distillery.lab.example;

/** One of the two nets that judge an example. */
public enum TeacherOrStudent {
    TEACHER,
    STUDENT
}
