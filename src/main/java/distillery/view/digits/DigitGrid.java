package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.Panel;
import distillery.view.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;

/**
 * Digits in a grid that makes only the cells that are seen. A press, or the keys, choose one; what the student gets wrong is
 * marked by what it takes it for.
 */
final class DigitGrid extends StackPane {
    private static final double TEXT = 14;
    private static final double CELL_EM = 3.4;
    private static final double GAP = 3;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final double LEAST = 100;

    private final DigitsModel model;
    private final Texts texts;
    private final GridView<Integer> grid = new GridView<>();

    DigitGrid(DigitsModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("digits-grid");
        getStyleClass().add("digit-grid");
        grid.cellWidthProperty().bind(appearance.textScaleProperty().multiply(CELL_EM * TEXT));
        grid.cellHeightProperty().bind(appearance.textScaleProperty().multiply(CELL_EM * TEXT));
        grid.setHorizontalCellSpacing(GAP);
        grid.setVerticalCellSpacing(GAP);
        grid.setCellFactory(view -> new Cell());
        grid.setFocusTraversable(false);
        grid.setPrefSize(LEAST, LEAST); // it takes what room there is; else it would lay rows out to say what it likes
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        accessibleTextProperty().bind(texts.text("digits.grid"));
        accessibleHelpProperty().bind(texts.text("digits.grid.help"));
        Label nothing = new Label();
        nothing.textProperty().bind(texts.text("digits.none"));
        nothing.getStyleClass().add("quiet");
        nothing.visibleProperty()
                .bind(model.browser()
                        .foundProperty()
                        .map(found -> found.isEmpty() && model.panelProperty().get() != null));
        getChildren().setAll(grid, nothing);
        model.browser().foundProperty().subscribe(found -> grid.setItems(FXCollections.observableList(found)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    /** Scrolls to the chosen digit, if it is among those that are found. */
    void reveal() {
        int place = model.browser()
                .foundProperty()
                .get()
                .indexOf(model.digitProperty().get());
        if (place >= 0 && grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(place / perRow());
        }
    }

    private int perRow() {
        double cell = grid.getCellWidth() + 2 * GAP;
        return Math.max(1, (int) Math.floor((grid.getWidth() - 18) / cell));
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        List<Integer> found = model.browser().foundProperty().get();
        int place = found.indexOf(model.digitProperty().get());
        int next;
        switch (key.getCode()) {
            case RIGHT -> next = place + 1;
            case LEFT -> next = place - 1;
            case DOWN -> next = place < 0 ? 0 : place + perRow();
            case UP -> next = place - perRow();
            case HOME -> next = 0;
            case END -> next = found.size() - 1;
            default -> {
                return;
            }
        }
        key.consume();
        if (!found.isEmpty()) {
            model.digitProperty().set(found.get(Math.max(0, Math.min(found.size() - 1, next))));
            reveal();
        }
    }

    private final class Cell extends GridCell<Integer> {
        private final ImageView picture = new ImageView();
        private final Label said = new Label();

        Cell() {
            picture.setSmooth(false);
            picture.fitWidthProperty().bind(widthProperty().subtract(6));
            picture.fitHeightProperty().bind(heightProperty().subtract(6));
            said.getStyleClass().add("said");
            said.setMouseTransparent(true);
            StackPane both = new StackPane(picture, said);
            StackPane.setAlignment(said, Pos.BOTTOM_RIGHT);
            setGraphic(both);
            getStyleClass().add("digit-cell");
            setOnMousePressed(press -> {
                Integer item = getItem();
                if (item != null) {
                    DigitGrid.this.requestFocus();
                    model.digitProperty().set(item);
                }
            });
            model.digitProperty().subscribe(chosen -> mark());
        }

        /** Once for each digit: whatever changes a look has the style sheets asked again. */
        private void say(boolean wrong) {
            said.setVisible(wrong);
            said.setManaged(wrong);
            pseudoClassStateChanged(WRONG, wrong);
        }

        private void mark() {
            Integer item = getItem();
            pseudoClassStateChanged(
                    CHOSEN, item != null && item == model.digitProperty().get());
        }

        @Override
        protected void updateItem(@Nullable Integer item, boolean empty) {
            super.updateItem(item, empty);
            Panel panel = model.panelProperty().get();
            boolean shown = item != null
                    && !empty
                    && panel != null
                    && item < panel.test().count();
            picture.setVisible(shown);
            mark();
            if (item == null || !shown || panel == null) {
                say(false);
                return;
            }
            picture.setImage(InkPicture.of(panel.test(), item));
            int label = panel.test().label(item);
            DigitNet student = panel.student(model.studentProperty().get());
            int taken = student.taken()[item];
            if (taken != label) { // most need no words laid out
                said.setText(panel.test().className(taken));
            }
            say(taken != label);
            setAccessibleText(texts.get(
                    "digits.cell",
                    item,
                    panel.test().className(label),
                    panel.test().className(taken)));
        }
    }
}
