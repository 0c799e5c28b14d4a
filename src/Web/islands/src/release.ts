/** Entry point of the guided session. */
import "./body-map/define";
import "./guided-release/define";
