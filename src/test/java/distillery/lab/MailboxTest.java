package distillery.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final Queue<Runnable> window = new ArrayDeque<>();
    private final List<List<Integer>> pieces = new ArrayList<>();
    private final Mailbox<Integer> mailbox = new Mailbox<>(window::add, pieces::add);

    private void turn() {
        Runnable task = window.poll();
        if (task != null) {
            task.run();
        }
    }

    @Test
    void aThousandItemsCostTheWindowOneTurn() {
        IntStream.range(0, 1000).forEach(mailbox::post);
        assertEquals(1, window.size());
        turn();
        assertEquals(List.of(IntStream.range(0, 1000).boxed().toList()), pieces);
    }

    @Test
    void whatComesAfterATurnComesWithTheNext() {
        mailbox.post(1);
        turn();
        mailbox.post(2);
        assertEquals(1, window.size());
        turn();
        assertEquals(List.of(List.of(1), List.of(2)), pieces);
    }

    @Test
    void whatIsPostedDuringADeliveryIsNotLost() {
        List<Integer> received = new ArrayList<>();
        List<Mailbox<Integer>> self = new ArrayList<>();
        Mailbox<Integer> echo = new Mailbox<>(window::add, items -> {
            received.addAll(items);
            if (items.contains(1)) {
                self.get(0).post(2);
            }
        });
        self.add(echo);
        echo.post(1);
        turn();
        turn();
        assertEquals(List.of(1, 2), received);
    }

    @Test
    void aSlowWindowLosesNothingAndKeepsTheOrder() throws InterruptedException {
        ExecutorService slow = Executors.newSingleThreadExecutor();
        List<Integer> received = new ArrayList<>();
        Mailbox<Integer> busy = new Mailbox<>(slow, received::addAll);
        Thread trainer = new Thread(() -> IntStream.range(0, 100_000).forEach(busy::post));
        trainer.start();
        trainer.join();
        slow.shutdown();
        assertEquals(true, slow.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(IntStream.range(0, 100_000).boxed().toList(), received);
    }
}
