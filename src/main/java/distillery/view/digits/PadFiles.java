package distillery.view.digits;

import distillery.data.Ending;
import distillery.lab.digits.DigitsModel;
import distillery.lab.example.Example;
import distillery.lab.explore.ExploreModel;
import distillery.view.Texts;
import distillery.view.shell.SavePlace;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/** Pictures onto the pad and off it, and what is shown taken to the other screens. */
final class PadFiles {
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg");

    private final DigitsModel model;
    private final ExploreModel explore;
    private final Node owner;
    private final Texts texts;
    private final SavePlace place;

    PadFiles(DigitsModel model, ExploreModel explore, Node owner, Texts texts) {
        this.model = model;
        this.explore = explore;
        this.owner = owner;
        this.texts = texts;
        place = new SavePlace(owner, texts);
    }

    /** Where all of it is saved. */
    SavePlace place() {
        return place;
    }

    void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("digits.open-picture"));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("PNG, JPEG", "*.png", "*.jpg", "*.jpeg"));
        File chosen = chooser.showOpenDialog(owner.getScene().getWindow());
        if (chosen != null) {
            place.path(chosen).ifPresent(model.drawing()::open);
        }
    }

    /** Takes pictures that are dropped; anything else goes to the window. */
    void acceptDrops(Node target) {
        target.setOnDragOver(event -> {
            if (picture(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.setOnDragDropped(event -> picture(event).ifPresent(file -> {
            event.setDropCompleted(true);
            event.consume();
            place.path(file).ifPresent(model.drawing()::open);
        }));
    }

    private static Optional<File> picture(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> PICTURES.stream()
                        .anyMatch(ending ->
                                file.getName().toLowerCase(Locale.ROOT).endsWith(ending)))
                .findFirst();
    }

    void saveDrawing() {
        place.file("digits.save-drawing", "drawing", Ending.PNG, model.drawing()::saveDrawing);
    }

    void saveSeen() {
        place.file("digits.save-seen", "digit-28x28", Ending.PNG, model::saveSeen);
    }

    /** Makes what is shown the example of Explore and Loss. */
    void use() {
        Example example = model.example();
        if (example != null) {
            explore.show(example);
            model.tellUsed();
        }
    }
}
