import type { Choice, Template } from './platform'

/** The panel WeChat shows for subscribe messages, painted for the browser. Both builds' taps end in the same answer. */
export function askInPanel(templates: readonly Template[]): Promise<Choice> {
  return new Promise((resolve) => {
    const panel = document.createElement('div')
    panel.setAttribute('role', 'dialog')
    panel.setAttribute('aria-modal', 'true')
    panel.setAttribute('aria-label', '订阅消息')
    panel.dataset.sandbox = 'consent-panel'
    panel.style.cssText = 'position:fixed;inset:0;z-index:9999;background:rgba(0,0,0,.5);display:flex;align-items:flex-end;font-size:16px'
    const sheet = document.createElement('div')
    sheet.style.cssText =
      'background:#fff;width:100%;max-width:640px;margin:0 auto;border-radius:16px 16px 0 0;padding:24px 24px 32px;box-sizing:border-box;color:#111;line-height:1.6'
    const title = document.createElement('div')
    title.textContent = '网格叮咚 申请发送以下消息'
    title.style.cssText = 'font-weight:600;font-size:18px;margin-bottom:12px'
    sheet.append(title)
    for (const template of templates) {
      const line = document.createElement('div')
      line.textContent = `✓ ${template.title}`
      line.style.cssText = 'padding:8px 0;border-bottom:1px solid #eee'
      sheet.append(line)
    }
    const note = document.createElement('div')
    note.textContent = '这里是沙箱代替微信弹出的面板'
    note.style.cssText = 'color:#6b6b6b;font-size:13px;margin:12px 0 16px'
    const buttons = document.createElement('div')
    buttons.style.cssText = 'display:flex;gap:12px'
    buttons.append(button('拒绝', 'reject', '#f2f2f2', '#111'), button('允许', 'accept', '#07c160', '#fff'))
    sheet.append(note, buttons)
    panel.append(sheet)
    document.body.append(panel)
    ;(buttons.lastElementChild as HTMLElement).focus()

    function button(words: string, choice: Choice, background: string, colour: string): HTMLButtonElement {
      const made = document.createElement('button')
      made.textContent = words
      made.dataset.choice = choice
      made.style.cssText = `flex:1;height:48px;border:0;border-radius:8px;font:inherit;font-weight:600;background:${background};color:${colour}`
      made.onclick = () => {
        panel.remove()
        resolve(choice)
      }
      return made
    }
  })
}
