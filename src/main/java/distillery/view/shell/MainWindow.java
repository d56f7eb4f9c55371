package distillery.view.shell;

import distillery.lab.Appearance;
import distillery.lab.EngineModel;
import distillery.lab.Messages;
import distillery.lab.setup.Document;
import distillery.view.Assets;
import distillery.view.Focus;
import distillery.view.NearFocus;
import distillery.view.Palette;
import distillery.view.Scroller;
import distillery.view.Texts;
import distillery.view.Typing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.feather.Feather;

/** The window around the screens: puts the parts together and answers to the actions that concern them all. */
public final class MainWindow {
    private static final double TEXT_PIXELS = 14;
    private static final double ICON_PIXELS = 17;
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    /** What is thin on a screen is thick under it. */
    private static final PseudoClass BOLD = PseudoClass.getPseudoClass("bold");

    private final Stage stage;
    private final Appearance appearance;
    private final Document document;
    private final List<Screen> screens;
    private final Map<Screen, ScreenView> views = new HashMap<>();
    private final ObjectProperty<Screen> current = new SimpleObjectProperty<>(this, "current");

    private final Texts texts;
    private final Actions actions;
    private final BorderPane house = new BorderPane();
    private final StackPane front = new StackPane();
    private final StackPane root = new StackPane();
    private final FocusMemory hands = new FocusMemory();
    private final ModalOverlay sheet;
    private final ChoiceOverlay question;
    private final SavePlace savePlace;
    private final SetUpFiles files;
    private final Region top;
    private final StatusLine status;
    private final VBox foot;
    /** Whether the bars above and below are out of sight. */
    private final BooleanProperty bare = new SimpleBooleanProperty(this, "bare");

    private final MenuButton menu = new MenuButton("", Icons.of(Feather.MENU));

    /**
     * A window in a stage that is not shown yet; the screen in front is the first.
     *
     * @param disk reads and writes set-ups
     */
    public MainWindow(
            Stage stage,
            Appearance appearance,
            Texts texts,
            Document document,
            Executor disk,
            EngineModel engine,
            Messages messages,
            List<Screen> screens) {
        this.stage = stage;
        this.appearance = appearance;
        this.texts = texts;
        this.document = document;
        this.screens = List.copyOf(screens);
        this.actions = new Actions(texts);
        this.sheet = new ModalOverlay(house, actions.coveredProperty(), texts);
        this.question = new ChoiceOverlay(sheet, texts);
        this.savePlace = new SavePlace(root, texts);
        this.files = new SetUpFiles(stage, document, disk, messages, question, savePlace, texts);
        files.lookAt(() -> views.values().stream()
                .flatMap(view -> Typing.in(view.node()).stream())
                .toList());
        root.addEventHandler(AskEvent.ASK, event -> event.putTo(question));
        answerActions();
        buildMenu();
        current.set(screens.get(0));
        current.subscribe(this::bringToFront);
        house.setId("house");
        house.setCenter(new Scroller(front)); // beside the dock a small window has no room for a whole screen
        top = new TopBar(actions, appearance, texts, screens, current, menu);
        house.setTop(top);
        status = new StatusLine(
                actions.screenProperty(), document.fileProperty(), document.modifiedProperty(), engine, texts);
        foot = new VBox(status);
        house.setBottom(foot);
        root.getChildren().addAll(house, new MessageBar(messages, texts, status.heightProperty()), sheet);
        files.acceptDrops(root);
        Scene scene = new Scene(root);
        actions.listenIn(scene);
        dress(scene);
        stage.setScene(scene);
        stage.getIcons().add(Assets.picture("mark"));
        stage.titleProperty().bind(texts.live(this::title, document.fileProperty(), document.modifiedProperty()));
        stage.setFullScreenExitHint("");
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> beginOnTop(scene));
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
    }

    /** The screen in front. */
    public ObjectProperty<Screen> currentProperty() {
        return current;
    }

    /** What fills the window's middle: the view of the screen in front. */
    public ObservableValue<Region> nodeProperty() {
        return actions.screenProperty().map(ScreenView::node);
    }

    /** Brings the screen with this id to the front; an unknown id changes nothing. */
    public void show(String id) {
        screens.stream().filter(screen -> screen.id().equals(id)).forEach(current::set);
    }

    /** Opens what a person named or dropped: a set-up, a folder of lessons, or a run that was kept. */
    public void open(Path file) {
        files.take(file);
    }

    /** Who takes a run that is opened. */
    public void onRun(Consumer<Path> receiver) {
        files.passRuns(receiver);
    }

    /** All screens, in their order. */
    public List<Screen> screens() {
        return screens;
    }

    /** Closes the window, whatever may be unsaved. */
    public void close() {
        stage.close();
    }

    /** Asks the user, over everything else in the window. */
    public ChoiceOverlay question() {
        return question;
    }

    /** Where set-ups are saved. */
    SavePlace savePlace() {
        return savePlace;
    }

    /** Sets up what goes with every screen: beside it, or under it while a class looks on. */
    public void attach(Dock dock) {
        front.getChildren().add(dock.veil());
        dock.answers().forEach(actions::answer);
        files.passFolders(dock.folders());
        dock.presenting().subscribe(presenting -> {
            bare.set(presenting);
            root.pseudoClassStateChanged(PRESENTING, presenting);
            house.setLeft(presenting ? null : dock.node());
            foot.getChildren().setAll(presenting ? List.of(dock.node(), status) : List.of(status));
        });
        for (Region bar : List.of(top, status)) {
            bar.visibleProperty().bind(bare.not());
            bar.managedProperty().bind(bare.not());
        }
    }

    private void answerActions() {
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            actions.name(Action.SCREENS.get(i), screen.textKey());
            actions.answer(Action.SCREENS.get(i), () -> goTo(screen));
        }
        actions.answer(Action.UNDO, document::undo, document.canUndoProperty());
        actions.answer(Action.REDO, document::redo, document.canRedoProperty());
        actions.answer(Action.OPEN, files::open);
        actions.answer(Action.SAVE, files::save);
        actions.answer(Action.SAVE_AS, files::saveAs);
        actions.answer(Action.LANGUAGE, appearance::switchLanguage);
        actions.answer(Action.LOOK, appearance::switchLook);
        actions.answer(Action.LARGER_TEXT, appearance::enlargeText);
        actions.answer(Action.SMALLER_TEXT, appearance::shrinkText);
        actions.answer(Action.NORMAL_TEXT, appearance::resetText);
        actions.answer(Action.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()));
        actions.answer(Action.MENU, this::showMenu);
        actions.answer(Action.SHORTCUTS, this::showShortcuts);
        actions.answer(Action.ABOUT, this::showAbout);
        actions.answer(Action.QUIT, this::quit);
    }

    /** Where a class looks on, the bars come with the menu. */
    private void showMenu() {
        bare.set(false);
        menu.show();
    }

    private void buildMenu() {
        menu.setId("menu");
        menu.getStyleClass().add("icon-button");
        menu.accessibleTextProperty().bind(actions.text(Action.MENU));
        menu.getItems()
                .addAll(
                        actions.menuItem(Action.OPEN),
                        files.recentMenu(),
                        actions.menuItem(Action.SAVE),
                        actions.menuItem(Action.SAVE_AS),
                        actions.menuItem(Action.EXPORT),
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.RUN),
                        actions.menuItem(Action.STEP),
                        actions.menuItem(Action.RESET),
                        actions.menuItem(Action.TOUR),
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.DOCK),
                        actions.menuItem(Action.OPEN_LESSONS),
                        actions.menuItem(Action.PRESENT),
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.FULL_SCREEN),
                        actions.menuItem(Action.SHORTCUTS),
                        actions.menuItem(Action.ABOUT),
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.QUIT));
    }

    /** Language, look and text size, now and whenever they change. */
    private void dress(Scene scene) {
        appearance.lookProperty().subscribe(look -> {
            scene.getStylesheets()
                    .setAll(
                            Assets.styleSheet(Palette.styleSheet(look)),
                            Assets.styleSheet("base"),
                            Assets.styleSheet("shell"));
            root.pseudoClassStateChanged(BOLD, look.isBold());
        });
        appearance
                .textScaleProperty()
                .subscribe(scale -> root.setStyle(String.format(
                        Locale.ROOT,
                        "-fx-font-size: %.2fpx; -d-icon-size: %.0fpx;",
                        TEXT_PIXELS * scale.doubleValue(),
                        ICON_PIXELS * scale.doubleValue())));
    }

    /** What was asked for by key or tab has the focus afterwards. */
    private void goTo(Screen screen) {
        current.set(screen);
        hands.enter(front.getChildren().get(0));
    }

    private void bringToFront(Screen screen) {
        ScreenView view = views.computeIfAbsent(screen, this::raise);
        boolean first = front.getChildren().isEmpty();
        boolean held = !first && hands.leave(front.getChildren().get(0));
        if (first) {
            front.getChildren().add(view.node());
        } else {
            front.getChildren().set(0, view.node());
        }
        actions.screenProperty().set(view);
        if (held) {
            hands.enter(view.node());
        }
    }

    /** The toolkit chooses the first focus before a small window has put its columns into one: that may be far down. */
    private void beginOnTop(Scene scene) {
        Scroller.layOut(scene);
        Focus.into(front.getChildren().get(0));
    }

    private ScreenView raise(Screen screen) {
        ScreenView view = screen.view().get();
        NearFocus.keep(view.node());
        return view;
    }

    private void showShortcuts() {
        ShortcutSheet content = new ShortcutSheet(actions, texts);
        sheet.show(actions.text(Action.SHORTCUTS), content);
    }

    private void showAbout() {
        sheet.show(actions.text(Action.ABOUT), new AboutSheet(texts));
    }

    private void quit() {
        files.unlessLosing(stage::close);
    }

    private String title() {
        Path file = document.fileProperty().get();
        String program = texts.get("shell.name");
        if (file == null) {
            return program;
        }
        return (document.modifiedProperty().get() ? "• " : "") + SetUpFiles.name(file) + " – " + program;
    }
}
