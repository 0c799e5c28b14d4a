import { ArticleEditor } from "./article-editor";

if (!customElements.get("article-editor")) customElements.define("article-editor", ArticleEditor);
