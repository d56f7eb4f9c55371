package distillery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that takes some two seconds or more. {@code mvn verify} leaves it out, to be done in minutes, and has shorter ones of
 * nearly every class; {@code mvn -Pthorough verify} runs them all, and so does whatever decides over a change.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("thorough")
public @interface Thorough {}
