/** Recognizes JSON: `application/json`, or a media type that ends in `+json`. */
export const isJson = (mediaType: string) => /^application\/(.+\+)?json\b/i.test(mediaType);

/** Recognizes the media types of forms. */
export const isForm = (mediaType: string) =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(mediaType);
