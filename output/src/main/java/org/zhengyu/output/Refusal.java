package org.zhengyu.output;

import java.util.Arrays;
import java.util.Locale;

/** Why an output folder cannot be used, and what its owner can do. */
enum Refusal {
  /** It has no name. */
  NO_NAME(
      "The output folder has no name: give one by --output=FOLDER",
      "没有结果文件夹的名称：请用 --output=FOLDER 给出"),
  /** The folder is no path here, for the second reason. */
  NO_PATH(
      "The output folder %s is no path here (%s); with a locale that is not UTF-8, set LC_ALL=C.UTF-8",
      "结果文件夹 %s 在本机不是路径（%s）；如系统语言环境不是 UTF-8，请设 LC_ALL=C.UTF-8"),
  /** The folder cannot be used, for the second reason. */
  UNUSABLE("The output folder %s cannot be used: %s", "结果文件夹 %s 无法使用：%s"),
  /** The folder cannot be made below the second, a link. */
  LINK_TO_NOTHING(
      "The output folder %s cannot be made: %s is a link to nothing", "无法建立结果文件夹 %s：链接 %s 所指不存在"),
  /** The folder has no root. */
  NO_ROOT("The output folder %s cannot be made: its root does not exist", "无法建立结果文件夹 %s：其根目录不存在"),
  /** The folder is a file. */
  IS_FILE("The output %s is a file: name a folder", "%s 是文件：请给出文件夹"),
  /** The folder cannot be made below the second, a file. */
  BELOW_FILE("The output folder %s cannot be made: %s is a file", "无法建立结果文件夹 %s：%s 是文件"),
  /** The folder cannot be written, for want of permission for the second. */
  NO_PERMISSION(
      "The output folder %s cannot be written: no permission for %s", "无法写入结果文件夹 %s：没有 %s 的权限"),
  /** An object was to be deleted and is still there. */
  NOT_DELETED(
      "%s could not be deleted: the output needs an account that may list, read, write and delete there",
      "无法删除 %s：写入结果的账号须有在该处列出、读取、写入和删除的权限"),
  /** The folder holds a wildcard. */
  WILDCARD(
      "The output folder %s holds a wildcard: an object store cannot list it",
      "结果文件夹 %s 含有通配符：对象存储无法列出"),
  /** The folder holds the second. */
  NOT_EMPTY(
      "The output folder %s holds %s: name another folder, or replace an older result with --overwrite",
      "结果文件夹 %s 中已有 %s：请换一个文件夹，或用 --overwrite 替换旧的结果"),
  /** The folder holds the second and so many others. */
  NOT_EMPTY_BY_SEVERAL(
      "The output folder %s holds %s and %d more: name another folder, or replace an older result with --overwrite",
      "结果文件夹 %s 中已有 %s 等，另有 %d 个：请换一个文件夹，或用 --overwrite 替换旧的结果"),
  /** The folder holds the second, which is not ours. */
  STRANGER(
      "The output folder %s holds %s, which no run of zhengyu wrote: move it away, or name another folder",
      "结果文件夹 %s 中的 %s 不是本程序写出的：请移走，或换一个文件夹"),
  /** The first, a file to be read, lies in the second, which would be deleted. */
  IN_LEFTOVER(
      "%s lies in %s, which an unfinished run left and --overwrite deletes: move it elsewhere",
      "%s 位于 %s 之中，后者为未完成的运行所留，--overwrite 会将其删除：请移往别处"),
  /** The folder was changed during the run. */
  REPLACED(
      "The output folder %s got the result of another run since this one began: that is kept, and this run's is not",
      "本次运行期间，另一次运行已把结果写入 %s：该结果予以保留，本次的结果不保留"),
  /** The folder was changed since it was read. */
  REPLACED_SINCE_READ(
      "The folder %s got the result of another run since this one was read", "读取之后，另一次运行已把结果写入 %s"),
  /** The folder was empty, and holds the second now. */
  FILLED(
      "The output folder %s was empty when this run began, and holds %s now: another run may have written there",
      "结果文件夹 %s 在运行开始时为空，现有 %s：可能是另一次运行所写"),
  /** Another run is changing the folder. */
  BEING_CHANGED(
      "The output folder %s is being changed by another run just now: its result will be there, and that of this run is not",
      "另一次运行正在写入结果文件夹 %s：将保留其结果，本次的结果不保留"),
  /** Another run, which may be dead, left this object. */
  CLAIMED(
      "The output is being changed by another run, or one was killed at it: if none is alive, delete %s and run this again",
      "另一次运行正在写入结果，或在写入时被终止：如确无运行，请删除 %s 后重新运行");

  private final String english;
  private final String chinese;

  Refusal(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /**
   * The reason in words.
   *
   * @param values what it speaks of; the folder, if it is named, is the first; what is said in both
   *     languages is said in each
   */
  Wording of(Object... values) {
    return new Wording(
        said(english, Language.ENGLISH, values), said(chinese, Language.CHINESE, values));
  }

  @SuppressWarnings("AnnotateFormatMethod") // The formats are the constants above.
  private static String said(String format, Language language, Object... values) {
    Object[] said =
        Arrays.stream(values)
            .map(value -> value instanceof Wording wording ? wording.in(language) : value)
            .toArray();
    return String.format(Locale.ROOT, format, said);
  }
}
