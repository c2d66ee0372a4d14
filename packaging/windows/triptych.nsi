; The installer for Windows: for one person, without an administrator.
;
;   makensis -DVERSION=0.1.0 -DPAYLOAD=folder -DICON=triptych.ico -DTARGET=setup.exe triptych.nsi
;
; PAYLOAD is the folder PyInstaller made: triptych.exe, triptych-cli.exe, lib, licences.

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!ifdef NSIS_WIN32_MAKENSIS
  !define ALL "\*"
!else
  !define ALL "/*"
!endif
!define NAME "Triptych"
!define KIND "Triptych.corpus"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME} ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "Folder"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} installer"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\triptych.exe"
!define MUI_FINISHPAGE_NOAUTOCLOSE

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"

LangString RUNNING ${LANG_ENGLISH} "Triptych is running. Close its windows, then press Retry."
LangString RUNNING ${LANG_RUSSIAN} "Triptych запущен. Закройте его окна и нажмите «Повтор»."
LangString CORPUS ${LANG_ENGLISH} "Triptych corpus"
LangString CORPUS ${LANG_RUSSIAN} "Корпус Triptych"
LangString KEPT ${LANG_ENGLISH} "Your corpora and settings were left where they are."
LangString KEPT ${LANG_RUSSIAN} "Ваши корпуса и настройки остались на месте."
LangString NEWWINDOWS ${LANG_ENGLISH} "Triptych needs Windows 10 (64 bit) or later."
LangString NEWWINDOWS ${LANG_RUSSIAN} "Для Triptych нужна Windows 10 (64-разрядная) или новее."

; A program that runs keeps its file from being written.
!macro WAIT_UNTIL_CLOSED PREFIX
Function ${PREFIX}WaitUntilClosed
  again:
  IfFileExists "$INSTDIR\triptych.exe" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\triptych.exe" a
  IfErrors 0 writable
    IfSilent 0 ask
      SetErrorLevel 2
      Abort
    ask:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDRETRY again
    Abort
  writable:
  FileClose $0
  closed:
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; Only what an installation put there, so that a folder chosen by mistake loses nothing else.
!macro REMOVE_PROGRAM
  Delete "$INSTDIR\triptych.exe"
  Delete "$INSTDIR\triptych-cli.exe"
  Delete "$INSTDIR\triptych-document.ico"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licences"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NEWWINDOWS)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section
  Call WaitUntilClosed
  ; A folder with another program's lib in it is not ours to clear.
  IfFileExists "$INSTDIR\uninstall.exe" 0 +2
    Call RemoveOld
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}${ALL}"
  File /oname=triptych-document.ico "${DOCUMENT_ICON}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\triptych.exe"

  WriteRegStr HKCU "Software\Classes\.triptych" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.triptych" "Content Type" "application/x-triptych"
  WriteRegStr HKCU "Software\Classes\.triptych\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(CORPUS)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\triptych-document.ico"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\triptych.exe" "%1"'

  WriteRegStr HKCU "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\triptych.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Triptych authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  ; Tells the desktop that a type of file has come.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function RemoveOld
  !insertmacro REMOVE_PROGRAM
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.triptych" ""
  StrCmp $0 "${KIND}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.triptych"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "Software\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DetailPrint "$(KEPT)"
SectionEnd
