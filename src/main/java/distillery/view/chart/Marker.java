package distillery.view.chart;

/** A place on the x axis where something was changed, such as "T 4 → 8". */
public record Marker(double x, String label) {}
