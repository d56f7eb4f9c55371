package distillery.view.chart;

import distillery.lab.train.Curve;
import distillery.view.Role;
import javafx.beans.value.ObservableValue;

/** A curve on a chart: the role gives colour and pattern, the name stands in the legend. */
record Series(Role role, Curve curve, ObservableValue<String> name) {}
