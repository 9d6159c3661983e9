import { File } from 'expo-file-system';
import * as ImagePicker from 'expo-image-picker';
import {
  Asset,
  AssetField,
  MediaType,
  Query,
  getPermissionsAsync,
  requestPermissionsAsync,
} from 'expo-media-library';

import { type Chosen, type Spot, spread } from './files';

/** A file somewhere on this device, by its address. */
export type Source = string;

/** A photo of the library that lies within the trip. */
export interface Proposal {
  asset: string;
  uri: string;
  takenAt: string;
}

/** Photos have dates and places that can be asked for. */
export const hasLibrary = true;

/** Has the traveller choose photos, in the system's own picker; no permission is needed for that. */
export async function choosePhotos(most: number): Promise<Chosen<Source>[]> {
  const { assets } = await ImagePicker.launchImageLibraryAsync({
    mediaTypes: ['images'],
    allowsMultipleSelection: true,
    orderedSelection: true,
    selectionLimit: most,
    // Anything below would encode the photo anew.
    quality: 1,
    preferredAssetRepresentationMode: ImagePicker.UIImagePickerPreferredAssetRepresentationMode.Current,
  });
  return (assets ?? []).map(({ uri, fileName, fileSize, mimeType, assetId }) => {
    const file = new File(uri);
    const bytes = fileSize ?? file.size;
    const name = fileName ?? file.name;
    return {
      kind: 'photo',
      name,
      contentType: mimeType ?? '',
      bytes,
      fingerprint: assetId ?? `${name} ${bytes}`,
      source: uri,
      ...(assetId ? { asset: assetId } : {}),
    };
  });
}

/** Whether the library may be looked at; asks, where it has not been asked before. */
export async function askForLibrary(): Promise<boolean> {
  const { granted } = await getPermissionsAsync(false, ['photo']);
  return granted || (await requestPermissionsAsync(false, ['photo'])).granted;
}

/** What of the library lies within the trip: how many there are, and at most some of them, from all over it. */
export interface Proposals {
  all: number;
  photos: Proposal[];
}

/** Photos of the library from one instant to another, in the order in which they were taken. */
export async function photosBetween(from: Date, to: Date, most: number): Promise<Proposals> {
  const found = await new Query()
    .eq(AssetField.MEDIA_TYPE, MediaType.IMAGE)
    .gte(AssetField.CREATION_TIME, from.getTime())
    .lt(AssetField.CREATION_TIME, to.getTime())
    .orderBy({ key: AssetField.CREATION_TIME, ascending: true })
    .exe();
  const proposals = await Promise.all(
    // Only names so far; what is known of each is asked for one by one.
    spread(found, most).map(async (asset): Promise<Proposal | null> => {
      const { uri, creationTime } = await asset.getInfo();
      return creationTime === null
        ? null
        : { asset: asset.id, uri, takenAt: new Date(creationTime).toISOString() };
    }),
  );
  return { all: found.length, photos: proposals.filter((proposal) => proposal !== null) };
}

/** The files behind proposals that were taken. */
export async function takeProposed(proposals: readonly Proposal[]): Promise<Chosen<Source>[]> {
  return Promise.all(
    proposals.map(async ({ asset, takenAt }): Promise<Chosen<Source>> => {
      const { uri, filename } = await new Asset(asset).getInfo();
      const file = new File(uri);
      return {
        kind: 'photo',
        name: filename,
        contentType: file.type ?? '',
        bytes: file.size,
        fingerprint: asset,
        takenAt,
        asset,
        source: uri,
      };
    }),
  );
}

/** Where a photo of the library was taken, if it knows. */
export async function spotOf(asset: string): Promise<Spot | null> {
  const location = await new Asset(asset).getLocation();
  return location && { lat: location.latitude, lng: location.longitude };
}

/** Has the traveller choose a sound file. */
export async function chooseMusic(): Promise<Chosen<Source> | null> {
  const { result } = await File.pickFileAsync({ mimeTypes: ['audio/*'] });
  if (!result) return null;
  return {
    kind: 'music',
    name: result.name,
    contentType: result.type ?? '',
    bytes: result.size,
    fingerprint: `${result.name} ${result.size}`,
    source: result.uri,
  };
}
