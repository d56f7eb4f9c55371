package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** How settings travel. */
@ExtendWith(ApplicationExtension.class)
class SoftGlideTest {
    private final List<Double> shares = new CopyOnWriteArrayList<>();

    @Test
    void theWayIsDoneBitByBitAndThenItIsOver() throws Exception {
        CompletableFuture<Integer> arrived = new CompletableFuture<>();
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> new SoftGlide().start(shares::add, () -> arrived.complete(shares.size())));
        int taken = arrived.get(10, TimeUnit.SECONDS);
        assertTrue(taken > 1, "it travels");
        assertEquals(1, shares.get(taken - 1));
        assertEquals(1, shares.stream().filter(share -> share == 1).count());
        assertEquals(shares.stream().sorted().toList(), shares);
    }

    @Test
    void whatIsFinishedArrivesAtOnceAndOnlyOnce() {
        AtomicInteger arrivals = new AtomicInteger();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            SoftGlide glide = new SoftGlide();
            glide.start(shares::add, arrivals::incrementAndGet);
            glide.finish();
            glide.finish();
            assertEquals(1, arrivals.get());
            assertEquals(List.of(1.0), shares.subList(shares.size() - 1, shares.size()));
        });
    }
}
