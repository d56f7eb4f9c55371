package distillery.cli;

import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.MaterialsCache;
import distillery.train.TrainSettings;
import distillery.train.export.PyTorchExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an experiment as a PyTorch program, with the numbers that it needs beside it. */
@Command(
        name = "pytorch",
        mixinStandardHelpOptions = true,
        modelTransformer = MethodOptions.class,
        sortOptions = false,
        customSynopsis = "distillery export pytorch FILE [OPTIONS]",
        description =
                "Write an experiment as one PyTorch program, FILE, and beside it the same first weights, the teacher and the"
                        + " order of the samples (npz). It makes the same losses, up to rounding, and prints the first"
                        + " hundred.",
        footerHeading = "%nExit code: ",
        footer = "0 when done, 1 if a file failed, 2 for wrong options, 3 if the program itself went wrong.")
public final class ExportPyTorchCommand implements Callable<Integer> {
    private static final String ENDING = ".py";

    @Parameters(paramLabel = "FILE", description = "The program to write; .py is added where it is missing.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--replace", description = "Replace the two files where they are there already.")
    private boolean replace;

    @Mixin(name = TrainCommand.SETTINGS)
    private final TrainOptions options = new TrainOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            TrainSettings settings = options.settings();
            PyTorchExport.check(settings);
            String name = String.valueOf(file.getFileName());
            boolean named = name.toLowerCase(Locale.ROOT).endsWith(ENDING);
            String stem = named ? name.substring(0, name.length() - ENDING.length()) : name;
            Path program = file.resolveSibling(stem + ENDING);
            Path numbers = file.resolveSibling(stem + ".npz");
            for (Path each : new Path[] {program, numbers}) {
                if (!replace && Files.exists(each)) {
                    throw new Problem("write.exists", each.toString());
                }
            }
            Engine.start();
            DataAndTeacher materials = new MaterialsCache()
                    .materials(settings, new TrainText(spec.commandLine().getOut(), false));
            Set<Path> replaced = replace ? Set.of(program, numbers) : Set.of();
            PyTorchExport.of(settings, materials, stem + ".npz").write(program, numbers, replaced);
            spec.commandLine().getOut().println(program + ", " + numbers);
            return 0;
        } catch (WrongOption wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }
}
