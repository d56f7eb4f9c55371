package distillery.lab.example;

/** Whose opinion: the one that teaches or the one that learns. */
public enum TeacherOrStudent {
    TEACHER,
    STUDENT
}
