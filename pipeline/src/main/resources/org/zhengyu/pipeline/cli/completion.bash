# Completes what is typed after zhengyu in bash, and in zsh after: autoload -U bashcompinit && bashcompinit
_zhengyu() {
  local word command words values value front reply
  word=${COMP_LINE:0:COMP_POINT}
  word=${word##* }
  command=run
  if [ "$COMP_CWORD" -gt 1 ] && [ -n "$(_zhengyu_words "${COMP_WORDS[1]}")" ]; then
    command=${COMP_WORDS[1]}
  fi
  COMPREPLY=()
  case $word in
    --*=*)
      values=$(_zhengyu_values "${word%%=*}")
      value=${word#*=}
      front=
      case $value in *,*) front=${value%,*}, ;; esac
      # What is replaced begins after the equals sign, unless words were told not to break there.
      case $COMP_WORDBREAKS in *=*) ;; *) front=${word%%=*}=$front ;; esac
      if [ "$values" = @path ]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r reply; do COMPREPLY+=("$reply"); done \
          < <(compgen -P "$front" -f -- "${value##*,}")
      else
        while IFS= read -r reply; do COMPREPLY+=("$reply"); done \
          < <(compgen -P "$front" -W "$values" -- "${value##*,}")
      fi
      ;;
    *)
      words=$(_zhengyu_words "$command")
      if [ "$COMP_CWORD" -eq 1 ]; then
        words="$(_zhengyu_commands) $words"
      fi
      while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -W "$words" -- "$word")
      case ${#COMPREPLY[@]}${COMPREPLY[0]:-} in 1*=) compopt -o nospace 2>/dev/null ;; esac
      ;;
  esac
}
complete -F _zhengyu zhengyu
