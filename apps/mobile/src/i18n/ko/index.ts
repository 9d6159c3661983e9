import type { Catalogue } from '../en';
import type { Translated } from '../texts';
import { auth } from './auth';
import { common } from './common';
import { draft } from './draft';
import { film } from './film';
import { me } from './me';
import { plan } from './plan';
import { problems } from './problems';

export const ko: Translated<Catalogue> = { auth, common, draft, film, me, plan, problems };
