package cn.gridbell.request.category;

/**
 * What a resident answered to a question of the category.
 *
 * @param code     of the question
 * @param question as it was asked then
 * @param answer   in Chinese where it was yes or no
 */
public record AnswerGiven(String code, String question, String answer) {}
