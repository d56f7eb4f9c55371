package distillery.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Which of its kernels OpenBLAS takes. It asks the processor's model, and its version of 2021 takes one it does not know
 * for one of 2004: products then take four times as long. So before it is loaded it is told, by the variable that it reads
 * for this, what processors of this kind have in common with one that it does know.
 */
final class BlasKernels {
    private static final String VARIABLE = "OPENBLAS_CORETYPE";
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Set<String> AVX512 =
            Set.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl", "avx2", "fma");
    private static final Set<String> AVX2 = Set.of("avx2", "fma");

    /** The newest family of AMD's that it knows: Zen 4. */
    private static final int KNOWN_AMD = 0x19;

    /** The list that the C library reads from now on, and what was added to it: held, so that they are never freed. */
    private static @Nullable PointerPointer<BytePointer> environment;

    private static @Nullable BytePointer added;

    private BlasKernels() {}

    /** Tells OpenBLAS, which is not loaded yet; on Linux alone, and not if the variable is set already. */
    static synchronized void choose() {
        if (environment != null || System.getenv(VARIABLE) != null || !Files.isReadable(PROCESSOR)) {
            return;
        }
        try {
            kernels(Files.readAllLines(PROCESSOR)).ifPresent(name -> set(VARIABLE + "=" + name));
        } catch (IOException unreadable) {
            // then OpenBLAS goes by what it knows
        }
    }

    /** The name of the kernels for a processor, by its description in Linux's {@code cpuinfo}; none to leave it alone. */
    static Optional<String> kernels(List<String> description) {
        Map<String, String> facts = new HashMap<>();
        for (String line : description) {
            String[] parts = line.split("\\s*:\\s*", 2);
            if (parts.length == 2) {
                facts.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
            }
        }
        Set<String> flags =
                new HashSet<>(List.of(facts.getOrDefault("flags", "").split(" ")));
        String maker = facts.getOrDefault("vendor_id", "");
        if (maker.equals("GenuineIntel") && flags.containsAll(AVX2)) {
            return Optional.of(flags.containsAll(AVX512) ? "SkylakeX" : "Haswell");
        }
        boolean unknown = family(facts) > KNOWN_AMD;
        return maker.equals("AuthenticAMD") && unknown && flags.containsAll(AVX2)
                ? Optional.of("Zen")
                : Optional.empty();
    }

    private static int family(Map<String, String> facts) {
        try {
            return Integer.parseInt(facts.getOrDefault("cpu family", "0"));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    /**
     * Adds a variable to the environment that native code sees: Java itself has no way to. The C library looks variables up
     * in the list that {@code environ} points to, and lets a program point it to another.
     */
    private static void set(String variable) {
        Loader.load(org.bytedeco.javacpp.presets.javacpp.class);
        Pointer address = Loader.addressof("environ");
        if (address == null || address.isNull()) {
            return;
        }
        PointerPointer<BytePointer> environ = new PointerPointer<>(address);
        PointerPointer<BytePointer> before = new PointerPointer<>(environ.get(0));
        long count = 0;
        while (before.get(count) != null) {
            count++;
        }
        PointerPointer<BytePointer> after = new PointerPointer<>(count + 2);
        for (long i = 0; i < count; i++) {
            after.put(i, before.get(i));
        }
        added = new BytePointer(variable);
        after.put(count, added);
        after.put(count + 1, (Pointer) null);
        environment = after;
        environ.put(0, after);
    }
}
