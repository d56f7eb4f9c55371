package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ThrottledExecutorTest {
    @Test
    void everyTaskRunsOnceAndInOrder() throws Exception {
        ThrottledExecutor paced = new ThrottledExecutor(100);
        List<Integer> ran = new ArrayList<>();
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        for (int i = 0; i < 1000; i++) {
            int number = i;
            paced.execute(() -> ran.add(number));
        }
        paced.execute(() -> last.complete(Platform.isFxApplicationThread()));
        assertEquals(true, last.get(10, TimeUnit.SECONDS));
        assertEquals(IntStream.range(0, 1000).boxed().toList(), ran);
    }

    @Test
    void whatATaskAddsHasAnotherTurn() throws Exception {
        ThrottledExecutor paced = new ThrottledExecutor(100);
        CompletableFuture<String> second = new CompletableFuture<>();
        paced.execute(() -> paced.execute(() -> second.complete("came")));
        assertEquals("came", second.get(10, TimeUnit.SECONDS));
    }
}
