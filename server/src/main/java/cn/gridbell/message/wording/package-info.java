/** What is said: the scenes, WeChat's templates and the rules of their fields, the Chinese texts. Inside the room {@code message} only. */
@NullMarked
package cn.gridbell.message.wording;

import org.jspecify.annotations.NullMarked;
