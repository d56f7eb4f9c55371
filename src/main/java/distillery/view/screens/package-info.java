/** The screens put together: which models stand behind them, and what the keys do. */
@NullMarked
package distillery.view.screens;

import org.jspecify.annotations.NullMarked;
