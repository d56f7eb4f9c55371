package distillery.cli;

import distillery.data.Problem;
import distillery.data.SystemReason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file or folder; what the system cannot name is refused in plain words. */
final class PathText implements ITypeConverter<Path> {
    @Override
    public Path convert(String typed) {
        if (typed.isBlank()) {
            throw new TypeConversionException("the name is empty");
        }
        try {
            return Path.of(typed);
        } catch (InvalidPathException refused) {
            throw new TypeConversionException(
                    new Problem("write.name", typed, SystemReason.of(refused)).getMessage());
        }
    }
}
