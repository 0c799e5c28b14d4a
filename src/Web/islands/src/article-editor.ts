import "./article-editor/define";
