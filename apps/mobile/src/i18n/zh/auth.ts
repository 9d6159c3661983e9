import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const auth: Translated<Catalogue['auth']> = {
  title: '登录',
  slogan: '可信赖的旅程，\n值得回味的影片。',
  promise: '每个地点都真实存在、到达时正在开放，并且能够到达。不确定的，我们会如实说明。',
  google: '使用 Google 继续',
  apple: '使用 Apple 继续',
  privacy: '我们只保存您的姓名和电子邮箱用于识别身份，不保存账号的其他信息。',
  leaving: '正在等待登录页面…',
  failure: {
    title: '登录未成功',
    refused: '登录被拒绝。请重试，或换一种方式。',
    foreign: '这次登录是在别处开始的，请在这里重新开始。',
  },
  farewell: {
    deleted: '账号已删除，其中的内容正在各处清除。',
    unheard:
      '已在此设备上退出登录。尚未能通知服务器，一有网络，本应用就会通知。若未能通知，该登录会在 14 天内自动失效。',
    barred:
      '已在此设备上退出登录。但服务器不认识此页面的地址，没有接受退出。在运营者添加该地址之前，该登录最长会再保持 14 天。',
  },
  ended: { title: '请重新登录', body: '登录已过期。您正在做的内容都还在。', leave: '直接退出' },
};
