package distillery.net;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One layer at work. */
interface Layer {
    /** What it hands on. */
    Activation output();

    /** All that learns in it. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Fills {@link #output} from a batch.
     *
     * @param dropout share of units that drop out, 0 for none
     * @param key decides which
     */
    void forward(LayerInput input, double dropout, int key, WorkerPool pool);

    /**
     * Turns the slope along the output into the gradient of the parameters, and hands it down to {@code below}, which the
     * first layer has not.
     */
    void backward(LayerInput input, double dropout, @Nullable Activation below, WorkerPool pool);
}
