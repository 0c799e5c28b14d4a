import { ArticleView } from "./article-view";

if (!customElements.get("article-view")) customElements.define("article-view", ArticleView);
