package org.zhengyu.output;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong where an object store cannot be used, in words that say what to do. The stores'
 * clients are on the class path only where a path asks for one, so their failures are known by what
 * they say.
 */
public enum StoreFault {
  /** Its client has not found who asks. */
  NO_CREDENTIALS(
      "no credentials were found for it: give them by the environment, a profile or the machine, as docs/engines.md says",
      "没有找到访问凭据：请按 docs/engines.md 用环境变量、配置文件或本机身份给出",
      "Unable to load credentials",
      "default credentials were not found"),
  /** Its client does not know in which region it is. */
  NO_REGION(
      "its region is not known: give it by --awsRegion=REGION",
      "不知道所在区域：请用 --awsRegion=区域 给出",
      "Unable to load region"),
  /** It is in another region than its client was told. */
  WRONG_REGION(
      "it is in another region: name that by --awsRegion=REGION",
      "它在另一个区域：请用 --awsRegion=区域 给出",
      "Status Code: 301",
      "AuthorizationHeaderMalformed",
      "must be addressed using the specified endpoint"),
  /** The credentials are wrong. */
  WRONG_CREDENTIALS(
      "its credentials are wrong or have run out",
      "访问凭据有误或已过期",
      "Access Key Id you provided does not exist",
      "signature we calculated does not match",
      "token has expired",
      "Status Code: 401",
      "401 Unauthorized",
      "invalid_grant"),
  /** The bucket does not exist. */
  NO_BUCKET(
      "there is no such bucket", "没有这个存储桶", "NoSuchBucket", "The specified bucket does not exist"),
  /** Who asks may not. */
  NO_PERMISSION(
      "permission denied: it needs an account that may list, read and, for an output, write and delete there",
      "没有权限：账号须有在该处列出和读取的权限，写入结果还须有写入和删除的权限",
      "Status Code: 403",
      "403 Forbidden"),
  /** Nothing answers. */
  NO_ANSWER(
      "it cannot be reached: look at --endpoint and at the network",
      "无法连接：请检查 --endpoint 和网络",
      "Unable to execute HTTP request");

  private final String english;
  private final String chinese;

  /** What a failure says that tells of it. */
  private final Pattern sign;

  StoreFault(String english, String chinese, String... signs) {
    this.english = english;
    this.chinese = chinese;
    this.sign =
        Pattern.compile(Arrays.stream(signs).map(Pattern::quote).collect(Collectors.joining("|")));
  }

  /** The fault in words. */
  public Wording wording() {
    return new Wording(english, chinese);
  }

  /** The fault that a failure tells of; empty where it is something else. */
  public static Optional<StoreFault> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String said = cause.toString();
      for (StoreFault fault : values()) {
        if (fault.sign.matcher(said).find()) {
          return Optional.of(fault);
        }
      }
    }
    return Optional.empty();
  }

  /** What a failure tells, in words: that of a fault, or else what it says itself. */
  static Wording reason(Throwable failure) {
    String said = String.valueOf(failure.getMessage());
    return in(failure).map(StoreFault::wording).orElse(new Wording(said, said));
  }
}
