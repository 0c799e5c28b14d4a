/** Entry point of the list of comments in the console. */
import { CommentQueueElement } from "./console/comment-queue";

customElements.define("comment-queue", CommentQueueElement);
