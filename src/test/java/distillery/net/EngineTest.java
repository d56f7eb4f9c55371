package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.data.Problem;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
    @AfterEach
    void nothingGoesBefore() {
        Engine.after(() -> {});
    }

    @Test
    void othersAreAskedForBeforeTheEngineEachTime() throws Problem {
        AtomicInteger asked = new AtomicInteger();
        Engine.after(asked::incrementAndGet);
        Engine.start();
        Engine.start(1);
        assertEquals(2, asked.get());
        Engine.start(0);
    }

    @Test
    void theEngineDoesNotStartWhereTheOthersDoNot() {
        Engine.after(() -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        assertEquals(
                "no such library",
                assertThrows(UnsatisfiedLinkError.class, Engine::start).getMessage());
    }
}
