package distillery.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Columns of cards side by side, each with a scroll bar of its own. A column of which nothing is shown leaves its room
 * to the others; where there is no room for all, the last ones stand in one lane, the one with the largest share on top.
 * What stands above them all scrolls along where there is one lane only, for such a window has little height to spare.
 *
 * <p>The first column may be a {@link Drawer}: it stands beside the others where there is room for that, and lies over them
 * where there is not and somebody opens it.
 */
public final class ColumnLayout extends Pane {
    /**
     * One column.
     *
     * @param share of the width, beside the other shares; 0 for no more than the least
     * @param least the smallest width that looks well, in em
     * @param narrowest the smallest one that does before the whole screen scrolls sideways
     */
    public record Column(VBox cards, double share, double least, double narrowest) {
        /** One that is never narrower than looks well. */
        public Column(VBox cards, double share, double least) {
            this(cards, share, least, least);
        }

        /** Whether nothing but what other columns are changed with is left: it needs no lane, and no more than its height. */
        private boolean isSlim() {
            List<Node> left =
                    cards.getChildren().stream().filter(Node::isManaged).toList();
            return left.size() == 1
                    && left.get(0).getProperties().get(SLIM) instanceof ObservableBooleanValue slim
                    && slim.get();
        }

        boolean isFilled() {
            return cards.getChildren().stream().anyMatch(Node::isManaged);
        }
    }

    private static final Object SLIM = "controls for other columns";

    /** Room between cards and around them, in em. */
    private static final double GAP = 0.9;

    /** How much of it belongs to the lane on its left, for a scroll bar. */
    private static final double BAR = 0.5;

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    /** Stands for 0, so that lanes without a share divide what nobody else wants. */
    private static final double NO_SHARE = 1e-9;

    private final Region head;
    private final @Nullable Drawer drawer;
    private final List<Column> columns;
    private final ObservableDoubleValue em;
    private final List<Scroller> lanes = new ArrayList<>();
    private List<List<Column>> shown = List.of();

    /** Columns for a text size of {@code em} pixels. */
    public ColumnLayout(ObservableDoubleValue em, Column... columns) {
        this(em, nothing(), null, columns);
    }

    /** The same below a head. */
    public ColumnLayout(ObservableDoubleValue em, Region head, Column... columns) {
        this(em, head, null, columns);
    }

    /** The same with the first of them as a drawer. */
    public ColumnLayout(ObservableDoubleValue em, Drawer drawer, Column... columns) {
        this(em, nothing(), drawer, columns);
    }

    private ColumnLayout(ObservableDoubleValue em, Region head, @Nullable Drawer drawer, Column... columns) {
        this.head = head;
        this.drawer = drawer;
        this.columns = List.of(columns);
        this.em = em;
        for (Column column : columns) {
            Scroller lane = lane();
            lane.setManaged(false); // its size is not asked for, so what changes in it need not ask the whole window
            lanes.add(lane);
            for (Node card : column.cards().getChildren()) {
                card.managedProperty().addListener(changed -> arrange());
                if (card.getProperties().get(SLIM) instanceof ObservableBooleanValue slim) {
                    slim.addListener((observed, before, now) -> arrange());
                }
            }
        }
        getChildren().setAll(lanes);
        getChildren().add(0, head);
        widthProperty().addListener(changed -> arrange());
        em.addListener(changed -> arrange());
        if (drawer != null) {
            drawer.openProperty().addListener(changed -> arrange());
            lanes.get(0).getStyleClass().add("drawer");
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::closeFromOutside);
        }
        arrange();
    }

    /** Says that this card sets what other columns show: left alone in its column, it stands above the next one. */
    public static <R extends Region> R slim(R card) {
        return slim(card, new SimpleBooleanProperty(true));
    }

    /** The same of a card that is at times no more than that. */
    public static <R extends Region> R slim(R card, ObservableBooleanValue when) {
        card.getProperties().put(SLIM, when);
        return card;
    }

    /** A press on what an open drawer lies over puts it away, and does what it does besides. */
    private void closeFromOutside(MouseEvent press) {
        if (drawer != null
                && drawer.isOver()
                && !(press.getTarget() instanceof Node node && Focus.isWithin(node, lanes.get(0)))) {
            drawer.close();
        }
    }

    private static Region nothing() {
        Region nothing = new Region();
        nothing.setManaged(false);
        return nothing;
    }

    private static Scroller lane() {
        // A scroll pane asks how high its content must be without saying how wide it is, and shows no bar if one line
        // each would do for texts that need two.
        VBox content = new VBox() {
            @Override
            protected double computeMinHeight(double width) {
                return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
            }
        };
        content.getStyleClass().add("lane");
        return Scroller.upAndDown(content);
    }

    /** Puts every column into its lane, if that is not where it is; one that is not shown stays in its own. */
    private void arrange() {
        if (drawer != null && getWidth() > 0) {
            drawer.room(leastOf(columns.subList(0, 1)) + leastOf(columns.subList(1, columns.size())) + gaps(2)
                    <= getWidth());
        }
        List<List<Column>> wanted = wanted();
        columns.forEach(column -> VBox.setVgrow(column.cards(), column.isSlim() ? Priority.NEVER : Priority.ALWAYS));
        requestLayout();
        showDrawer();
        if (wanted.equals(shown) && wanted.stream().allMatch(this::isInOrder)) {
            return;
        }
        shown = wanted;
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        for (int i = 0; i < lanes.size(); i++) {
            Column column = columns.get(i);
            if (!column.isFilled()) {
                fill(lanes.get(i), List.of(column.cards()));
            }
            lanes.get(i).setVisible(drawer != null && i == 0 && drawer.isOver());
        }
        if (shown.size() != 1 && head.getParent() != this) {
            getChildren().add(0, head);
        }
        for (List<Column> together : shown) {
            Scroller lane = laneOf(together);
            fill(lane, inOrder(together));
            lane.setVisible(true);
        }
        if (focused != null && focused.getScene() != null) {
            focused.requestFocus(); // it may have moved, and whatever leaves the window for a moment loses the focus
        }
    }

    private void showDrawer() {
        if (drawer == null) {
            return;
        }
        if (!drawer.isOver()) {
            lanes.get(0).pseudoClassStateChanged(OVER, false);
            lanes.get(0).setVisible(drawer.isOpen());
            return;
        }
        fill(lanes.get(0), List.of(columns.get(0).cards()));
        lanes.get(0).pseudoClassStateChanged(OVER, true);
        lanes.get(0).setVisible(true);
        lanes.get(0).setViewOrder(-1); // above the others, without leaving the window for a moment
    }

    /** The lane of the first of these columns. */
    private Scroller laneOf(List<Column> together) {
        return lanes.get(columns.indexOf(together.get(0)));
    }

    /** What stands in the lane of these columns, from top to bottom. */
    private List<Region> inOrder(List<Column> together) {
        Stream<Region> cards = together.stream()
                .sorted(Comparator.comparing(Column::isSlim)
                        .thenComparingDouble(Column::share)
                        .reversed())
                .map(Column::cards);
        return Stream.concat(shown.size() == 1 ? Stream.of(head) : Stream.of(), cards)
                .toList();
    }

    private boolean isInOrder(List<Column> together) {
        return content(laneOf(together)).getChildren().equals(inOrder(together));
    }

    private static void fill(Scroller lane, List<? extends Node> cards) {
        if (!content(lane).getChildren().equals(cards)) {
            content(lane).getChildren().setAll(cards);
        }
    }

    private static VBox content(Scroller lane) {
        return (VBox) lane.getContent();
    }

    /** As many lanes as there is room for. */
    private List<List<Column>> wanted() {
        List<Column> filled = columns.stream()
                .filter(Column::isFilled)
                .filter(column ->
                        drawer == null || columns.indexOf(column) > 0 || (drawer.isOpen() && !drawer.isOver()))
                .toList();
        int count = filled.size();
        while (count > 1 && getWidth() > 0 && least(split(filled, count)) > getWidth()) {
            count--;
        }
        return split(filled, count);
    }

    private static List<List<Column>> split(List<Column> columns, int count) {
        List<List<Column>> lanes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (i < count && !(i == 1 && columns.get(0).isSlim())) {
                lanes.add(new ArrayList<>());
            }
            lanes.get(lanes.size() - 1).add(columns.get(i));
        }
        return lanes;
    }

    private double least(List<List<Column>> lanes) {
        return lanes.stream().mapToDouble(this::leastOf).sum() + gaps(lanes.size());
    }

    private double leastOf(List<Column> lane) {
        return em.get() * lane.stream().mapToDouble(Column::least).max().orElse(0);
    }

    /** The room between and around so many lanes. */
    private double gaps(int count) {
        return (count + 1) * GAP * em.get();
    }

    @Override
    protected double computeMinWidth(double height) {
        return em.get() * (columns.stream().mapToDouble(Column::narrowest).max().orElse(0) + 2 * GAP);
    }

    @Override
    protected double computePrefWidth(double height) {
        return least(split(columns, columns.size()));
    }

    /** Whatever there is: lanes scroll, and to ask them would measure every card whenever one number changes. */
    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return head.isManaged() && head.getParent() == this ? 2 * GAP * em.get() + heightOfHead() : 0;
    }

    /** In its width to the pixel, or a line could break where it was measured unbroken. */
    private double heightOfHead() {
        double width = snapSizeX(getWidth() - 2 * snapPositionX(GAP * em.get()));
        return snapSizeY(head.prefHeight(Math.max(0, width)));
    }

    @Override
    protected void layoutChildren() {
        double gap = GAP * em.get();
        double top = 0;
        if (head.isManaged() && head.getParent() == this) {
            double left = snapPositionX(gap);
            top = snapPositionY(gap);
            head.resizeRelocate(left, top, snapSizeX(getWidth() - 2 * left), heightOfHead());
            top += head.getHeight();
        }
        double[] widths = new double[shown.size()];
        List<Integer> all = IntStream.range(0, widths.length).boxed().toList();
        divide(getWidth() - gaps(widths.length), all, widths);
        double left = gap;
        for (int i = 0; i < widths.length; i++) {
            double width = snapSizeX(widths[i] + BAR * em.get());
            laneOf(shown.get(i)).resizeRelocate(snapPositionX(left), top, width, Math.max(0, getHeight() - top));
            left += widths[i] + gap;
        }
        if (drawer != null && !(drawer.isOpen() && !drawer.isOver())) { // hidden, it has no size that a sign could find
            double width = drawer.isOver() ? snapSizeX(leastOf(columns.subList(0, 1)) + gap) : 0;
            lanes.get(0).resizeRelocate(0, top, width, width == 0 ? 0 : Math.max(0, getHeight() - top));
        }
    }

    /** Divides room among lanes by their shares; one that would get too little gets its least, the others the rest. */
    private void divide(double room, List<Integer> among, double[] widths) {
        double shares = among.stream().mapToDouble(this::share).sum();
        for (int lane : among) {
            double least = leastOf(shown.get(lane));
            if (among.size() > 1 && share(lane) / shares * room < least) {
                widths[lane] = least;
                divide(room - least, among.stream().filter(each -> each != lane).toList(), widths);
                return;
            }
        }
        among.forEach(lane -> widths[lane] = share(lane) / shares * room);
    }

    private double share(int lane) {
        return shown.get(lane).stream().mapToDouble(Column::share).reduce(NO_SHARE, Math::max);
    }
}
