package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.Curve;
import distillery.lab.train.KnobChange;
import distillery.lab.train.Measure;
import distillery.lab.train.TrainModel;
import distillery.lesson.Target;
import distillery.method.Method;
import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.Evaluation;
import distillery.train.EvaluationSet;
import distillery.view.LessonAnchors;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import distillery.view.chart.Level;
import distillery.view.chart.Marker;
import distillery.view.chart.Range;
import distillery.view.picture.ChartPictures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The curves of all students: three kinds of loss, accuracy and agreement. Where there is no room for five charts, the
 * hard loss, the total and what the method adds of its own share a place. One cursor goes through all of them, and one of them at a time may be asked to be
 * shown alone.
 */
final class ChartBoard extends Region {
    private static final int MOST_OF_A_ROLE = 5;

    /** All that may learn beside each other, those that matter most above the others; who does not learn has no curve. */
    private static final List<ArmName> DRAWN = drawn();

    private static final double GAP_EM = 0.5;
    private static final double ROOMY_EM = 80;
    private static final double WORDY_EM = 44;
    private static final double TIGHT_EM = 27;
    /** The lowest chart: a plot, in pixels, and the letters around it. */
    private static final double LOWEST_PLOT = 130;

    private static final double LETTERS_EM = 4.5;
    private static final int AXIS_STEPS = 4;
    private static final double TEXT = 14;

    private final TrainModel model;
    private final Appearance appearance;
    private final Texts texts;
    private final DoubleProperty place = new SimpleDoubleProperty(this, "place", Double.NaN);
    private final Map<Measure, CurveChart> charts = new EnumMap<>(Measure.class);
    private final ChartCard soft;
    private final ChartCard hard;
    private final ChartCard total;
    private final ChartCard accuracy;
    private final ChartCard agreement;
    private final ReadOnlyObjectWrapper<@Nullable ChartCard> enlarged = new ReadOnlyObjectWrapper<>(this, "enlarged");
    private boolean withTeacher;

    ChartBoard(TrainModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.appearance = appearance;
        this.texts = texts;
        for (Measure measure : Measure.values()) {
            charts.put(measure, draw(measure));
        }
        soft = new ChartCard("train-soft-kind", texts, charts, Measure.SOFT_TIMES_T2, Measure.SOFT);
        hard = new ChartCard("train-hard-kind", texts, charts, Measure.HARD, Measure.TOTAL, Measure.OWN);
        total = new ChartCard("train-total-kind", texts, charts, Measure.TOTAL, Measure.OWN);
        accuracy = new ChartCard("train-accuracy-kind", texts, charts, Measure.ACCURACY);
        agreement = new ChartCard("train-agreement-kind", texts, charts, Measure.AGREEMENT, Measure.PATTERN);
        setId("train-charts");
        LessonAnchors.mark(accuracy, Target.TRAIN_ACCURACY);
        List.of(soft, hard, total, agreement).forEach(card -> LessonAnchors.beside(card, Target.TRAIN_ACCURACY));
        getChildren().setAll(cards());
        cards().forEach(card ->
                card.charts().forEach(chart -> chart.enlargeProperty().set(() -> enlarge(card))));
        model.reading().beatProperty().addListener((property, before, now) -> charts.values()
                .forEach(CurveChart::changed));
        model.usedProperty().addListener((property, before, now) -> requestLayout());
        model.reading().evaluationProperty().subscribe(now -> zoom());
        model.reading().changes().addListener((ListChangeListener<KnobChange>) change -> mark());
        appearance.languageProperty().addListener((property, before, now) -> mark());
    }

    /** Which of its charts each card has to choose from: those that the run measures and no other card shows. */
    private void offer() {
        offer(hard, isRoomy() ? List.of(Measure.HARD) : List.of(Measure.HARD, Measure.TOTAL, Measure.OWN));
        offer(total, List.of(Measure.TOTAL, Measure.OWN));
        offer(agreement, List.of(Measure.AGREEMENT, Measure.PATTERN));
    }

    private void offer(ChartCard card, List<Measure> charts) {
        card.offer(charts.stream().filter(this::isMeasured).toList());
    }

    /** Whether the total has a card of its own. */
    private boolean isRoomy() {
        return getWidth() >= ROOMY_EM * em();
    }

    private List<ChartCard> cards() {
        return List.of(soft, hard, total, accuracy, agreement);
    }

    /** The card that is to be shown alone, and is not on the board as long as it is; null for none. */
    ReadOnlyObjectProperty<@Nullable ChartCard> enlargedProperty() {
        return enlarged.getReadOnlyProperty();
    }

    private void enlarge(ChartCard card) {
        if (card == enlarged.get()) {
            takeBack();
        } else {
            enlarged.set(card);
            card.focus();
        }
    }

    /** Has the card that is shown alone among the others again, if there is one. */
    void takeBack() {
        ChartCard card = enlarged.get();
        if (card != null) {
            enlarged.set(null);
            getChildren().add(card);
            card.focus();
        }
    }

    private static List<ArmName> drawn() {
        List<ArmName> all = new ArrayList<>();
        for (ArmRole role :
                List.of(ArmRole.EXIT, ArmRole.MEMBER_SECOND, ArmRole.MEMBER, ArmRole.GENERATION, ArmRole.PEER)) {
            for (int number = 0; number <= MOST_OF_A_ROLE; number++) {
                all.add(new ArmName(role, number));
            }
        }
        for (int number = 2; number <= MOST_OF_A_ROLE; number++) {
            all.add(new ArmName(ArmRole.LABELS_ONLY, number)); // a peer's twin
        }
        for (ArmRole role : List.of(
                ArmRole.ASSISTANT,
                ArmRole.ENSEMBLE,
                ArmRole.DIRECT,
                ArmRole.LABELS_ONLY_SECOND,
                ArmRole.DISTILLED_SECOND,
                ArmRole.JOINT,
                ArmRole.BEFORE,
                ArmRole.NOISE,
                ArmRole.WEIGHTED,
                ArmRole.UNTRAINED,
                ArmRole.SHUFFLED,
                ArmRole.CONTROL,
                ArmRole.LABELS_ONLY,
                ArmRole.DISTILLED)) {
            all.add(new ArmName(role));
        }
        return List.copyOf(all);
    }

    private CurveChart chart(Measure measure) {
        return Objects.requireNonNull(charts.get(measure));
    }

    /** All charts with what they show now. */
    ChartPictures pictures() {
        List<Measure> measured =
                charts.keySet().stream().filter(this::isMeasured).toList();
        return new ChartPictures(
                measured.stream().map(Measure::id).toList(),
                measured.stream()
                        .map(each -> chart(each).numbers().measuredIn(texts.get(unit(each, name(each)))))
                        .toList(),
                SettingsWords.of(model.usedProperty().get(), texts));
    }

    /** Whether the method of the run has this. */
    private boolean isMeasured(Measure measure) {
        Method method = model.usedProperty().get().method().method();
        return switch (measure) {
            case OWN -> method.hasOwnPart();
            case PATTERN -> method.comparesPatterns();
            default -> true;
        };
    }

    private static String name(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private CurveChart draw(Measure measure) {
        String name = name(measure);
        CurveChart chart = new CurveChart("train-chart-" + name, texts, appearance);
        chart.titleProperty().bind(texts.text("train.chart." + name));
        chart.unitProperty()
                .bind(texts.live(
                        () -> getWidth() < WORDY_EM * em() ? "" : texts.get(unit(measure, name)),
                        widthProperty(),
                        model.usedProperty()));
        chart.setStyle("-fx-min-width: 0;"); // cards are as wide as the window lets them be
        for (ArmName arm : DRAWN) {
            Curve curve = model.reading().curves().of(arm, measure);
            chart.add(ArmWords.role(arm.role()), curve, texts.live(() -> ArmWords.of(arm, texts)));
        }
        chart.placeProperty().bindBidirectional(place);
        chart.smoothingProperty().set(0);
        if (measure == Measure.PATTERN) {
            chart.smoothingProperty().bind(model.smoothingProperty());
            chart.rangeProperty().set(new Range(0, 1));
        } else if (measure != Measure.ACCURACY && measure != Measure.AGREEMENT) {
            chart.smoothingProperty().bind(model.smoothingProperty());
            chart.logarithmicProperty().bind(model.logAxisProperty());
        }
        return chart;
    }

    /** Accuracy is one on test samples, or on held-out ones. */
    private String unit(Measure measure, String name) {
        boolean heldOut = model.usedProperty().get().evaluatedOn() == EvaluationSet.HELD_OUT;
        return "train.unit." + name + (measure == Measure.ACCURACY && heldOut ? ".held-out" : "");
    }

    /** A teacher that moves by mistake is on the chart from then on. */
    private void zoom() {
        Curve teacher = model.reading().curves().teacherAccuracy();
        if (teacher.size() > 0 && !withTeacher) {
            withTeacher = true;
            chart(Measure.ACCURACY).add(Role.TEACHER, teacher, texts.text("train.teacher-bar"));
        }
        for (Measure share : List.of(Measure.ACCURACY, Measure.AGREEMENT)) {
            DoubleSummaryStatistics learned = model.reading().curves().learned(share);
            Range range = learned.getCount() == 0
                    ? new Range(0, 1)
                    : Range.ofShares(learned.getMin(), learned.getMax(), AXIS_STEPS);
            chart(share).rangeProperty().set(range);
        }
        Evaluation last = model.reading().evaluationProperty().get();
        Level level = last == null || withTeacher
                ? null
                : new Level(Role.TEACHER, last.teacher().accuracy(), texts.text("train.teacher-bar"));
        chart(Measure.ACCURACY).levelProperty().set(level);
    }

    private void mark() {
        List<Marker> markers = model.reading().changes().stream()
                .sorted(Comparator.comparingLong(KnobChange::step))
                .map(change -> new Marker(change.step(), words(change)))
                .toList();
        charts.values().forEach(chart -> chart.markers().setAll(markers));
    }

    private String words(KnobChange change) {
        if (change.knob() == KnobChange.Knob.TEACHER_UNFROZEN) {
            return texts.get(change.to() > 0 ? "train.knob.unfrozen" : "train.knob.frozen");
        }
        String knob = change.knob().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.get("train.knob." + knob) + " " + number(change.from()) + " → " + number(change.to());
    }

    private static String number(double value) {
        return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    /** A class looks at one chart. */
    private boolean isAccuracyAlone() {
        return !soft.isManaged();
    }

    private double lowest() {
        return LOWEST_PLOT + LETTERS_EM * em();
    }

    private double em() {
        return TEXT * appearance.textScaleProperty().get();
    }

    @Override
    protected double computeMinHeight(double width) {
        if (isAccuracyAlone()) {
            return lowest();
        }
        int rows = width > 0 && width < TIGHT_EM * em() ? 4 : 2;
        return rows * lowest() + (rows - 1) * GAP_EM * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        boolean roomy = isRoomy();
        total.setVisible(roomy && !isAccuracyAlone());
        offer();
        (roomy ? total : hard).takeBack();
        if (isAccuracyAlone()) {
            place(0, 1, accuracy);
        } else if (roomy) {
            place(0, 2, soft, hard, total);
            place(1, 2, accuracy, agreement);
        } else if (getWidth() < TIGHT_EM * em()) {
            List<ChartCard> cards = List.of(soft, hard, accuracy, agreement);
            for (int i = 0; i < cards.size(); i++) {
                place(i, cards.size(), cards.get(i));
            }
        } else {
            place(0, 2, soft, hard);
            place(1, 2, accuracy, agreement);
        }
    }

    private void place(int row, int rows, ChartCard... cards) {
        double gap = GAP_EM * em();
        double width = (getWidth() - gap * (cards.length - 1)) / cards.length;
        double height = (getHeight() - gap * (rows - 1)) / rows;
        for (int i = 0; i < cards.length; i++) {
            double left = snapPositionX(i * (width + gap));
            double right = snapPositionX(i * (width + gap) + width);
            double top = snapPositionY(row * (height + gap));
            double bottom = snapPositionY(row * (height + gap) + height);
            if (cards[i] != enlarged.get()) {
                cards[i].resizeRelocate(left, top, right - left, bottom - top);
            }
        }
    }
}
