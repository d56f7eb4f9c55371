package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final Scale T = Scale.TEMPERATURE;

    @Test
    void doublingIsEquallyFarEverywhere() {
        assertEquals(T.position(2) - T.position(1), T.position(80) - T.position(40), 1e-12);
        assertEquals(0, T.position(0.05), 0);
        assertEquals(1, T.position(100), 1e-12);
    }

    @Test
    void limitsLieAtTheEnds() {
        assertEquals(0, T.position(0), 0);
        assertEquals(1, T.position(Double.POSITIVE_INFINITY), 1e-12);
        assertEquals(100, T.stepped(Double.POSITIVE_INFINITY, -1, false));
        assertEquals(0.05, T.stepped(0, 1, true));
    }

    @Test
    void theMouseIsDrawnToDetents() {
        for (double detent : new double[] {1, 2, 4, 8, 20}) {
            assertEquals(detent, T.pointed(T.position(detent) + 0.005));
            assertEquals(detent, T.pointed(T.position(detent) - 0.005));
        }
        assertEquals(3, T.pointed(T.position(3.001)));
    }

    @Test
    void stepsUpAndDownMeetOnTheSameRoundNumbers() {
        double temperature = 0.05;
        while (temperature < 100) {
            double above = T.stepped(temperature, 1, false);
            assertEquals(temperature, T.stepped(above, -1, false), 1e-12);
            temperature = above;
        }
        assertEquals(10.1, T.stepped(10, 1, true));
        assertEquals(9.99, T.stepped(10, -1, true));
        assertEquals(100, T.stepped(100, 1, false));
        assertEquals(0.05, T.stepped(0.05, -1, false));
    }

    @Test
    void jumpsGoFromDetentToDetent() {
        assertEquals(4, T.jumped(2.5, 1));
        assertEquals(2, T.jumped(2.5, -1));
        assertEquals(20, T.jumped(100, -1));
        assertEquals(0.9, Scale.SHARE.jumped(0.85, 1));
        assertEquals(0.35, Scale.SHARE.stepped(0.3, 1, false));
        assertEquals(0.29, Scale.SHARE.stepped(0.3, -1, true));
    }
}
