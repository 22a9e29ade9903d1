package cn.gridbell.wechat.inbound;

/** Which of the two apps a letter came through. */
public enum Door {
    /** 公众号: always XML. */
    OFFICIAL_ACCOUNT,
    /** 小程序: XML or JSON, as its console is set. */
    MINI_PROGRAM
}
