/** Entry point of the page of a technique. */
import "./body-map/define";
import "./technique-motion/define";
