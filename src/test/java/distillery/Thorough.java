package distillery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * More cases of a law that a shorter test holds already, or one that must train for long: {@code mvn -Pthorough verify} runs
 * them, and so does whatever decides over a change.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("thorough")
public @interface Thorough {}
