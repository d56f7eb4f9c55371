package distillery.view.chart;

import distillery.view.Role;
import javafx.beans.value.ObservableValue;

/** A value that does not change while a run goes on: a line across a chart with a name at its end. */
public record Level(Role role, double value, ObservableValue<String> name) {}
