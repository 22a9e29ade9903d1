package cn.gridbell.request;

/**
 * @param supporters how many said "me too" by now
 * @param supported whether the caller is one of them
 */
record SupportStanding(RequestId id, int supporters, boolean supported) {}
