import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const common: Translated<Catalogue['common']> = {
  nav: { label: 'Oddiya', trips: '行程', films: '影片', me: '我的', back: '返回' },
  action: { retry: '重试', close: '关闭' },
  state: {
    loading: '正在加载…',
    offlineTitle: '您已离线',
    offlineEmpty: '此设备尚未打开过这项内容，恢复连接后即可查看。',
    age: '这是{{ago}}读取的内容，未能更新。',
    offlineBanner: '您已离线，当前显示的是{{ago}}读取的内容。',
    failedTitle: '没有成功',
  },
  time: {
    minutes_other: '{{count}}分钟',
    hours_other: '{{count}}小时',
    hoursMinutes: '{{hours}}小时{{minutes}}分钟',
  },
  ago: {
    now: '刚刚',
    minutes_other: '{{count}}分钟前',
    hours_other: '{{count}}小时前',
    days_other: '{{count}}天前',
    months_other: '{{count}}个月前',
    years_other: '{{count}}年前',
  },
  provider: {
    kakao: 'Kakao地图',
    tourapi: '韩国旅游发展局 TourAPI',
    catalogue: 'Oddiya 自有目录',
  },
  notFound: { title: '这里什么都没有', body: '页面可能已移动，或链接不完整。', home: '返回行程' },
};
