package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasKernelsTest {
    private static final String AVX2 = "fpu sse2 avx fma avx2";
    private static final String AVX512 = AVX2 + " avx512f avx512bw avx512cd avx512dq avx512vl";

    @ParameterizedTest
    @CsvSource({
        "GenuineIntel, 6, " + AVX512 + ", SkylakeX",
        "GenuineIntel, 6, " + AVX2 + " avx512f, Haswell", // the first chips with AVX-512 lack most of it
        "GenuineIntel, 6, " + AVX2 + ", Haswell",
        "GenuineIntel, 6, fpu sse2 avx,",
        "AuthenticAMD, 25, " + AVX512 + ",", // Zen 4, which it knows
        "AuthenticAMD, 23, " + AVX2 + ",",
        "AuthenticAMD, 26, " + AVX512 + ", Zen",
        "AuthenticAMD, 26, fpu sse2,",
        "AuthenticAMD, a lot, " + AVX2 + ",",
        "SomeoneElse, 6, " + AVX512 + ","
    })
    void aProcessorGetsTheKernelsThatItCanRunAndOnlyWhereItIsNotKnown(
            String maker, String family, String flags, @Nullable String kernels) {
        List<String> description = List.of(
                "processor\t: 0",
                "vendor_id\t: " + maker,
                "cpu family\t: " + family,
                "model name\t: a processor: fast",
                "flags\t\t: " + flags,
                "",
                "processor\t: 1",
                "flags\t\t: none");
        assertEquals(Optional.ofNullable(kernels), BlasKernels.kernels(description));
    }

    @ParameterizedTest
    @CsvSource({"''", "':'", "no colon", "'flags : avx2 fma'", "'vendor_id : GenuineIntel'", "'CPU implementer : 0x41'"
    })
    void whatSaysTooLittleLeavesTheChoiceToOpenBlas(String line) {
        assertEquals(Optional.empty(), BlasKernels.kernels(List.of(line, "", line)));
    }
}
