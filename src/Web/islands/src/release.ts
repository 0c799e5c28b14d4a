/** Entry point of the guided session, and of the pages of programmes that lead to it. */
import "./guided-release/define";
