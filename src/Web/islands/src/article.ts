import "./article-view/define";
