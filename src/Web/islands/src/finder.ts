/** Entry point of the page that marks pain and ranks the points behind it. */
import "./body-map/define";
import "./pain-finder/define";
