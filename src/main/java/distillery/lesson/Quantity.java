package distillery.lesson;

import java.util.List;
import java.util.stream.Stream;

/** Something of the program's state that a check can look at. */
public sealed interface Quantity extends Keyword permits Setting, Fact {
    /** All there are: what lessons can set, then what they can only look at. */
    List<Quantity> ALL = Stream.<Quantity>concat(Stream.of(Setting.values()), Stream.of(Fact.values()))
            .toList();

    /** What values it can have. */
    ValueType form();
}
