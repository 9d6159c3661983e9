import { auth } from './auth';
import { common } from './common';
import { draft } from './draft';
import { film } from './film';
import { me } from './me';
import { plan } from './plan';
import { problems } from './problems';

/** English is the type that the other languages have to match. */
export const en = { auth, common, draft, film, me, plan, problems };
export type Catalogue = typeof en;
