package distillery.lesson;

import distillery.data.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.SymbolAtom;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * What a formula may hold. Signs and names of functions are all allowed, for they take no arguments; of all other
 * commands only these: none defines, repeats, reads a file, or has an unbounded size.
 */
final class LatexRules {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 12;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_ROWS = 50;

    /** One after a backslash that is no letter. */
    private static final String SIGNS = "\\,:;!-{}|&%_$# '\"^`=.~";

    private static final Set<String> COMMANDS = words("""
            frac dfrac tfrac cfrac sfrac binom dbinom tbinom over choose atop sqrt sqrtsign
            text mbox intertext textrm textbf textit textsf texttt textsc textcircled textsubscript textsuperscript
            mathrm mathbf mathit mathsf mathtt mathcal mathbb mathscr mathfrak mathds mathnormal boldsymbol bold
            bf it rm sf tt sc cal frak Bbb oldstylenums operatorname substack
            hat widehat tilde widetilde acute grave dot ddot dddot ddddot mathring bar breve check vec
            overline underline overbrace underbrace overbrack underbrack overparen underparen undertilde
            overrightarrow overleftarrow overleftrightarrow underrightarrow underleftarrow underleftrightarrow
            xleftarrow xrightarrow stackrel stackbin overset underset accentset underaccent sideset prescript
            mathop mathpunct mathord mathrel mathinner mathbin mathopen mathclose joinrel limits nolimits
            left middle right big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr
            displaystyle textstyle scriptstyle scriptscriptstyle normal
            phantom hphantom vphantom smash llap rlap clap mathllap mathrlap mathclap
            hspace vspace rule quad qquad thinspace medspace thickspace negthinspace negmedspace negthickspace nbsp
            boxed fbox textcolor st cr hline begin end Bra Ket Braket Set mod pmod pod
            int iint iiint iiiint idotsint oint surd vdots ddots iddots lmoustache rmoustache cong doteq degree
            dotminus ratio geoprop smallfrowneq coloncolon colonequals coloncolonequals equalscolon equalscoloncolon
            colonminus coloncolonminus minuscolon minuscoloncolon colonsim coloncolonsim simcolon simcoloncolon
            colonapprox coloncolonapprox approxcolon approxcoloncolon Join questeq bangle brace brack underscore
            copyright with u v H r U T t k c d b l L IJ ij""");

    private static final Set<String> ENVIRONMENTS = words("""
            matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases array align aligned flalign eqnarray
            gather gathered split multline""");

    /** Not known to the typesetter, but elsewhere in TeX they do what no lesson may. */
    private static final Set<String> MACHINERY = words("""
            def edef gdef xdef let futurelet input include openin openout read write immediate loop repeat
            csname catcode expandafter newcount newif romannumeral Romannumeral special usepackage href url
            kern hskip vskip mkern mskip color""");

    private static final String LENGTH = "\\s*-?\\d{0,2}(?:\\.\\d{1,4})?\\s*(?:em|ex|pt|mu|mm)\\s*";
    private static final Pattern SPACE = Pattern.compile("\\s*\\{" + LENGTH + "}");
    private static final Pattern RULE =
            Pattern.compile("\\s*(?:\\[" + LENGTH + "])?\\s*\\{" + LENGTH + "}\\s*\\{" + LENGTH + "}");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\s*\\{([A-Za-z]{1,20}\\*?)}");
    private static final Pattern COLUMNS = Pattern.compile("\\s*\\{(?:[lcr|\\s]|@\\{[\\\\,:;! ]{0,4}}){1,60}}");

    private final String latex;
    private int at;
    private final Deque<Integer> levels = new ArrayDeque<>();
    private int braces;
    private int depth;
    private int columns;
    private int rows;
    /** Commands one in the other without braces: {@code \sqrt\sqrt x}. */
    private int chain;

    private LatexRules(String latex) {
        this.latex = latex;
    }

    /** Refuses a formula that holds anything else. */
    static void check(String latex) throws Problem {
        if (latex.length() > LONGEST) {
            throw new Problem("latex.long", String.valueOf(LONGEST));
        }
        new LatexRules(latex).check();
    }

    private void check() throws Problem {
        while (at < latex.length()) {
            char sign = latex.charAt(at++);
            switch (sign) {
                case '\\' -> command();
                case '{' -> open(1);
                case '}' -> close(1);
                case '%', '#' -> throw new Problem("latex.sign", String.valueOf(sign));
                case '&' -> columns++;
                case '^', '_', ' ', '[' -> {}
                default -> chain = 0;
            }
            if (depth + chain > DEEPEST) {
                throw new Problem("latex.deep", String.valueOf(DEEPEST));
            }
            if (braces < 0) {
                throw new Problem("latex.brace");
            }
        }
        if (braces != 0) {
            throw new Problem("latex.brace");
        }
        if (columns > MOST_COLUMNS || rows > MOST_ROWS) {
            throw new Problem("latex.cells", String.valueOf(MOST_ROWS), String.valueOf(MOST_COLUMNS));
        }
    }

    private void open(int brace) {
        braces += brace;
        levels.push(Math.max(1, chain));
        depth += Math.max(1, chain);
        chain = 0;
    }

    private void close(int brace) {
        braces -= brace;
        depth -= levels.isEmpty() ? 0 : levels.pop();
        chain = 0;
    }

    private void command() throws Problem {
        int from = at;
        while (at < latex.length() && isLetter(latex.charAt(at))) {
            at++;
        }
        String name = latex.substring(from, at);
        if (name.isEmpty()) {
            sign();
            return;
        }
        boolean internal = at < latex.length() && latex.charAt(at) == '@';
        if (internal || !isAllowed(name)) {
            throw new Problem("latex.command", "\\" + name);
        }
        switch (name) {
            case "left" -> open(0);
            case "right" -> close(0);
            case "cr" -> rows++;
            case "begin" -> environment();
            case "end" -> close(0);
            case "hspace", "vspace" -> length(SPACE, name);
            case "rule" -> length(RULE, name);
            default -> chain += arguments(name) > 0 ? 1 : 0;
        }
    }

    private void sign() throws Problem {
        if (at == latex.length() || SIGNS.indexOf(latex.charAt(at)) < 0) {
            throw new Problem("latex.command", "\\" + latex.substring(at, Math.min(at + 1, latex.length())));
        }
        rows += latex.charAt(at) == '\\' ? 1 : 0;
        at++;
        chain = 0;
    }

    private void environment() throws Problem {
        open(0);
        Matcher name = ahead(ENVIRONMENT);
        if (!name.lookingAt() || !ENVIRONMENTS.contains(name.group(1))) {
            throw new Problem("latex.environment", name.lookingAt() ? name.group(1) : "");
        }
        at = name.end();
        if (name.group(1).equals("array") && !ahead(COLUMNS).lookingAt()) {
            throw new Problem("latex.columns");
        }
    }

    /** A size without a limit needs memory without a limit. */
    private void length(Pattern form, String name) throws Problem {
        if (!ahead(form).lookingAt()) {
            throw new Problem("latex.length", "\\" + name);
        }
    }

    private Matcher ahead(Pattern form) {
        return form.matcher(latex).region(at, latex.length());
    }

    private static boolean isAllowed(String name) throws Problem {
        if (COMMANDS.contains(name)) {
            return true;
        }
        if (MacroInfo.Commands.containsKey(name) || MACHINERY.contains(name)) {
            return false;
        }
        if (!isSign(name)) {
            throw new Problem("latex.unknown", name);
        }
        return true;
    }

    private static boolean isSign(String name) {
        try {
            return TeXFormula.get(name) != null;
        } catch (RuntimeException noFormula) {
            try {
                return SymbolAtom.get(name) != null;
            } catch (RuntimeException noSymbol) {
                return false;
            }
        }
    }

    private static int arguments(String name) {
        MacroInfo command = MacroInfo.Commands.get(name);
        return command == null ? 0 : command.nbArgs;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
