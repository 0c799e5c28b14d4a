import "./article-view/define";
import "./copy-link/define";
import "./muscle-light/define";
