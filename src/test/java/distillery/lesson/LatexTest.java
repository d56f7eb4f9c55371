package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.PlainChinese;
import distillery.data.Problem;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a teacher writes is set; what could go on for ever is refused before the typesetter sees it. */
class LatexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\mathrm{KL}(p\\,\\|\\,q)=\\sum_{i=1}^{K}p_i\\ln\\frac{p_i}{q_i}",
                "\\begin{cases}1&i=t\\\\0&\\text{otherwise}\\end{cases}",
                "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
                "\\begin{array}{@{}lr|c@{}}1&2&3\\\\\\hline 4&5&6\\end{array}",
                "\\begin{aligned}a&=b\\\\&=c\\end{aligned}",
                "\\left[\\frac{1}{N}\\sum_{n}\\left(\\hat y_n-y_n\\right)^2\\right]^{1/2}",
                "\\textcolor{red}{\\alpha}T^2\\qquad\\beta\\Gamma\\vartheta",
                "\\underbrace{a+b}_{\\text{soft}}+\\overbrace{c}^{\\text{hard}}",
                "\\operatorname{softmax}(z)_i,\\ \\arg\\max_i z_i,\\ \\lim_{T\\to\\infty}",
                "\\nabla_\\theta\\mathcal{L}\\in\\mathbb{R}^{n\\times n},\\ \\mathbb{E}_{x\\sim p}",
                "\\prod_i\\int_0^\\infty e^{-x}\\,dx,\\ {a\\over b},\\ \\dfrac ab,\\ \\binom nk",
                "\\overline{x}\\widetilde{ab}\\vec v\\dot x\\boldsymbol{\\theta}\\mathbf{x}^\\top",
                "\\rule{1em}{0.4pt}\\hspace{-0.5em}x\\phantom{y}\\boxed{z}",
                "50\\%,\\ \\lVert g\\rVert_2^2,\\ f'(x),\\ x\\neq y\\le z\\geq w\\approx v"
            })
    void whatTeachersWriteIsSet(String latex) throws Problem {
        assertEquals(Optional.empty(), Latex.complaint(latex).map(Problem::getMessage));
        assertTrue(Latex.outline(latex).width() > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\Roman{999999999}; latex.command",
                "\\roman{999999999}; latex.command",
                "\\longdiv{12}{-1}; latex.command",
                "\\resizebox{1e30em}{1em}{x}; latex.command",
                "\\scalebox{1e9}{x}; latex.command",
                "\\rotatebox{45}{x}; latex.command",
                "\\Huge\\Huge x; latex.command",
                "\\kern{1e30em}; latex.command",
                "\\genfrac{}{}{1e30em}{}{a}{b}; latex.command",
                "\\newcommand{\\a}{\\a\\a}\\a; latex.command",
                "\\renewcommand{\\a}{\\a\\a}\\a; latex.command",
                "\\newenvironment{a}{b}{c}; latex.command",
                "\\DeclareMathOperator{\\a}{\\a}; latex.command",
                "\\makeatletter\\array@@env{c}{x}; latex.command",
                "\\def\\a{\\a}\\a; latex.command",
                "\\input{/etc/passwd}; latex.command",
                "\\includegraphics{a.png}; latex.command",
                "\\jlmXML{x}; latex.command",
                "\\jlmDynamic{x}; latex.command",
                "\\jlmExternalFont{x}; latex.command",
                "\\definecolor{a}{rgb}{1,0,0}; latex.command",
                "\\colorbox{red}{x}; latex.command",
                "\\char{100000}; latex.command",
                "\\Rom%an{9}; latex.unknown",
                "x%an; latex.sign",
                "\\dfrac{#2#2}{x}; latex.sign",
                "\\rule{1e30em}{1em}; latex.length",
                "\\rule{100em}{1em}; latex.length",
                "\\rule[1e9em]{1em}{1em}; latex.length",
                "\\rule 9 9; latex.length",
                "\\hspace{99999999999em}; latex.length",
                "\\vspace{1e30pt}; latex.length",
                "\\begin{array}{*{999999999}{c}}x\\end{array}; latex.columns",
                "\\begin{alignat}{999999999}x\\end{alignat}; latex.environment",
                "\\begin {filecontents}x\\end{filecontents}; latex.environment",
                "\\begin; latex.environment",
                "{x; latex.brace",
                "x}{; latex.brace",
                "\\left( x; latex.pair",
                "\\nosuchcommand; latex.unknown",
                "x\\right); latex.pair",
                "\\begin{matrix} a; latex.pair",
                "a & b; latex.table",
                "\\hline; latex.table",
                "x^^2; latex.twice",
                "\\over; latex.argument",
                "\\operatorname; latex.argument",
                "\\textcolor{nocolor}{x}; latex.argument",
                "\\left\\foo x\\right); latex.unknown",
            })
    void whatHasNoEndIsRefusedInWords(String latex, String key) {
        Problem problem = Latex.complaint(latex).orElseThrow();
        assertEquals(key, problem.key(), problem.getMessage());
        PlainChinese.assertSpokenBy(problem);
    }

    @Test
    void noFormulaIsDeeperWiderOrFullerThanACard() {
        assertEquals("latex.long", key("x".repeat(2_001)));
        assertEquals("latex.deep", key("\\sqrt".repeat(300) + "x"));
        assertEquals("latex.deep", key("{".repeat(900) + "x" + "}".repeat(900)));
        assertEquals("latex.deep", key("\\left(".repeat(100) + "x" + "\\right)".repeat(100)));
        assertEquals("latex.deep", key("\\sqrt{\\frac ".repeat(10) + "xx" + "}".repeat(10)));
        assertEquals("latex.cells", key("\\begin{matrix}" + "&".repeat(101) + "\\end{matrix}"));
        assertEquals("latex.cells", key("\\begin{matrix}" + "x\\\\".repeat(51) + "\\end{matrix}"));
        assertEquals("latex.size", key("\\hspace{99em}".repeat(150)));
        assertEquals("latex.size", key("\\substack{" + "\\rule{1em}{99em}\\\\".repeat(49) + "}"));
    }

    private static String key(String latex) {
        return Latex.complaint(latex).orElseThrow().key();
    }

    @Test
    void aFormulaThatIsLateHoldsUpNobodyElse() throws Problem {
        CountDownLatch never = new CountDownLatch(1);
        Problem late =
                Latex.complaint(() -> Latex.alone(() -> waitFor(never)), 1).orElseThrow();
        assertEquals("latex.slow", late.key());
        assertTrue(Latex.outline("after+\\frac{1}{2}").width() > 0);
        never.countDown();
    }

    private static Outline waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return new Outline("", 0, 0, 0);
    }

    @Test
    void aFormulaIsSetOnce() throws Problem {
        assertEquals(Optional.empty(), Latex.complaint("once+1"));
        assertSame(Latex.outline("once+1"), Latex.outline("once+1"));
    }

    @Test
    void allFormulasOfALessonTogetherHaveABudget() {
        FormulaBudget budget = new FormulaBudget(new Patience());
        String sum = "x" + " ".repeat(999);
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), budget.complaint(sum));
        }
        assertEquals("latex.many", budget.complaint(sum).orElseThrow().key());
    }

    @Test
    void whatCannotBeSetHasNoOutline() {
        assertThrows(Problem.class, () -> Latex.outline("\\Roman{999999999}"));
    }
}
