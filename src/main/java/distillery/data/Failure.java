package distillery.data;

/** Anything that went wrong, as a sentence with a remedy: what every thread and the command line end in. */
public final class Failure {
    private static final int MEGABYTE = 1 << 20;
    private static final String BUG = "program.bug";

    private Failure() {}

    /** What to tell a person; the original stays as its cause, for whoever wants the details. */
    public static Problem of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof OutOfMemoryError) {
                return new Problem(error, "program.memory", Runtime.getRuntime().maxMemory() / MEGABYTE);
            }
            if (cause instanceof LinkageError) {
                return new Problem(error, "program.library", LibraryFolder.ofEngine());
            }
            if (cause instanceof Refusal refusal) {
                return new Problem(error, "program.refused", refusal.problem());
            }
        }
        return new Problem(error, BUG);
    }

    /** Whether only a change of the program can mend it. */
    public static boolean isOurs(Problem problem) {
        return problem.key().equals(BUG);
    }
}
