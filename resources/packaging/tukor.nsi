; The installer for Windows: for one user, without administrator, in English and Hungarian.
;
;   makensis -INPUTCHARSET UTF8 -DVERSION=0.1.0 -DBUNDLE=build\bundle\tukor -DICONS=build\icons -DOUT=dist\x.exe tukor.nsi
;
; Debian's makensis makes 64-bit installers, too, with -DTARGET=amd64-unicode: tests/install tries it.
; It asks for no folder, so that the uninstaller may remove the whole one it made.  What the reader
; chose and wrote stands elsewhere and is not touched, neither by a newer version nor by removal.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!include MUI2.nsh
!include FileFunc.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Tukor"
!define TYPE "Tukor.Dossier"

Name "Tükör"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Tukor"
RequestExecutionLevel user
SetCompressor /SOLID lzma
BrandingText "Tükör ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Tükör"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Tükör ${VERSION}"
VIAddVersionKey LegalCopyright "© 2026 the Tükör authors, MIT"

!define MUI_ICON "${ICONS}/tukor.ico"
!define MUI_UNICON "${ICONS}/tukor.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\tukor-window.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is for systems in any other language.
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Hungarian

LangString COMMENT ${LANG_ENGLISH} "A bilingual dossier to search, read and cite"
LangString COMMENT ${LANG_HUNGARIAN} "Kétnyelvű dosszié: kereshető, olvasható, idézhető"
LangString DOSSIER ${LANG_ENGLISH} "Tükör dossier"
LangString DOSSIER ${LANG_HUNGARIAN} "Tükör-dosszié"
LangString RUNNING ${LANG_ENGLISH} "Tükör is running. Close its window, then try again."
LangString RUNNING ${LANG_HUNGARIAN} "A Tükör éppen fut. Zárja be az ablakát, majd próbálja újra."

; Ends with a sentence if files are in use: a folder with open programs cannot be renamed.
!macro NOT_WHILE_IT_RUNS
  IfFileExists "$INSTDIR\_internal\*.*" 0 gone
  again:
  ClearErrors
  Rename "$INSTDIR\_internal" "$INSTDIR\_old"
  IfErrors 0 moved
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  Abort "$(RUNNING)"
  moved:
  RMDir /r "$INSTDIR\_old"
  gone:
!macroend

Section
  !insertmacro NOT_WHILE_IT_RUNS
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  File "${ICONS}/dossier.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\Tükör.lnk" "$INSTDIR\tukor-window.exe" "" "" 0 SW_SHOWNORMAL "" "$(COMMENT)"

  ; A dossier opens with a double click.
  WriteRegStr HKCU "Software\Classes\.tukor" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\.tukor" "Content Type" "application/vnd.tukor.dossier"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(DOSSIER)"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\dossier.ico"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\tukor-window.exe" "%1"'
  ; `tukor` in the Run dialog and for other programs; terminals look at PATH only.
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\tukor.exe" "" "$INSTDIR\tukor.exe"
  ${RefreshShellIcons}

  ; Settings, Apps shows it and removes it.
  WriteRegStr HKCU "${KEY}" DisplayName "Tükör"
  WriteRegStr HKCU "${KEY}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${KEY}" DisplayIcon "$INSTDIR\tukor.exe"
  WriteRegStr HKCU "${KEY}" Publisher "The Tükör authors"
  WriteRegStr HKCU "${KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" NoModify 1
  WriteRegDWORD HKCU "${KEY}" NoRepair 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" EstimatedSize $0
SectionEnd

Section Uninstall
  !insertmacro NOT_WHILE_IT_RUNS
  RMDir /r "$INSTDIR"
  Delete "$SMPROGRAMS\Tükör.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "Software\Classes\.tukor"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\tukor.exe"
  ${RefreshShellIcons}
SectionEnd
